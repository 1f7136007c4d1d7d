import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPhone } from './phone'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})

test('[W1] [A2] in WeChat a building is found by any writing of its number, or said not to be there', async () => {
  const zhang = await newPhone(cloud, 'zhang')
  await zhang.opens('features/affairs/report?kind=report')
  await zhang.sees('平安花园 7 号楼')
  await zhang.taps(/^在哪里/)
  await zhang.sees('我家的楼')
  // Beside the words of the report and its place.
  await zhang.types('99', 2)
  await zhang.sees('没有找到「99」')
  await zhang.taps('看全部楼栋')
  await zhang.types('平安 三号楼', 2)
  await zhang.taps('平安花园 3 号楼')
  await zhang.noLongerSees('找到的楼')
  await zhang.sees('平安花园 3 号楼')
  await zhang.taps(/^在哪里/)
  await zhang.sees('最近选过')
  await zhang.taps(/^槐荫里/)
  await zhang.taps('20 号楼')
  await zhang.sees('槐荫里 20 号楼')
})
