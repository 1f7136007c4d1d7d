// The smallest function that reads a list with WeChat's server SDK, from node_modules as most are deployed.
const cloud = require('wx-server-sdk')

cloud.init({ env: process.env.TCB_ENV })
const db = cloud.database()

exports.main = async ({ communityId }) => {
  const { data } = await db
    .collection('items')
    .where({ communityId, state: 'open' })
    .orderBy('costPoints', 'asc')
    .get()
  return { ok: true, items: data }
}
