import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

const faulty = join(__dirname, '../../samples/居民花名册-有误.xlsx')

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  // The first sign-in writes the demo's data.
  await cloud.staff('chen')
})

test('[W1] a worker chooses a roster from a chat and reads what is wrong with it, row by row', async () => {
  const { program, ...chen } = await newPhone(cloud, 'chen')
  await chen.opens('features/imports/list')
  await program.mockWxMethod('chooseMessageFile', { errMsg: 'chooseMessageFile:fail cancel' })
  await chen.taps('选择表格')
  await chen.sees('先检查，不会马上写入')

  const bytes = readFileSync(faulty)
  await program.callWxMethod('setStorageSync', 'file on this phone', bytes.toString('base64'))
  const file = { name: '居民花名册-有误.xlsx', path: 'wxfile://roster.xlsx', size: bytes.length }
  await program.mockWxMethod('chooseMessageFile', { errMsg: 'chooseMessageFile:ok', tempFiles: [file] })
  await chen.taps('选择表格')
  await chen.sees(/^要改的 \d+ 行$/)
  await chen.sees(/不是手机号（应为 11 位数字）$/)
  expect(await chen.where()).toBe('features/imports/import')
})
