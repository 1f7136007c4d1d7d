import { readFileSync } from 'node:fs'
import readXlsxFile from 'read-excel-file/universal'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson, withFingerAndMouse } from './person'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  // The first sign-in writes the demo's data.
  await cloud.staff('chen')
})

describe('[P5] [P7] a community worker exports a roster', () => {
  withFingerAndMouse(
    'is asked why it is to be in full, takes it masked, and has a workbook',
    async (touch) => {
      const chen = await newPerson(cloud.url, { touch })
      await chen.signIn('陈晓梅')
      await chen.tap(/^导出表格/)
      await chen.tap('完整姓名和号码')
      await chen.tap('导出')
      await chen.sees('请写为什么要完整的')
      await chen.tap('完整姓名和号码')
      await chen.sees('隐去一部分')
      await chen.tap('导出')
      await chen.sees('做好了')
      const downloading = chen.page.waitForEvent('download')
      await chen.tap('取表格 居民花名册')
      const download = await downloading
      expect(download.suggestedFilename()).toBe('居民花名册.xlsx')
      const bytes = new Uint8Array(readFileSync(await download.path()))
      const [sheet] = await readXlsxFile(bytes.buffer)
      expect(sheet?.data[0]).toEqual(['楼栋', '单元', '房号', '姓名', '手机'])
      expect(JSON.stringify(sheet?.data)).not.toMatch(/1[3-9]\d{9}/)
      await chen.sees('取过了')
      await cloud.engine.remove('exports', { _id: { $exists: true } }, true)
    },
  )
})
