import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { newPerson, withFingerAndMouse, type Person } from './person'
import { plainRows, workbookOf } from '../imports/workbooks'

const faulty = join(__dirname, '../../samples/居民花名册-有误.xlsx')
const buildings = join(__dirname, '../../samples/楼栋网格表-样例.xlsx')

/** More households than one step of an import handles, so that there is something to see on the way. */
const households = 1_100

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  // The first sign-in writes the demo's data.
  await cloud.staff('chen')
})

describe('a community worker imports a roster', () => {
  withFingerAndMouse('is told what to mend, mends it, applies it and takes it back', async (touch) => {
    const chen = await newPerson(cloud.url, { touch })
    await chen.signIn('陈晓梅')
    await chen.tap(/^导入表格/)
    await choose(chen, '选择表格', basename(faulty), readFileSync(faulty))
    await chen.sees(/^要改的 \d+ 行$/)
    await chen.sees(/手机）：不是手机号（应为 11 位数字）$/)
    await chen.sees(/^第 \d+ 行$/)

    const mended = await mendedRoster()
    await choose(chen, '改好了，重新选择', '居民花名册-改好.xlsx', mended)
    await chen.sees('检查没有问题，还没有写入。')
    // As far away as production's database is; on one machine nobody would see how far it has come.
    cloud.faults.set({ rules: [{ kind: 'delay', action: 'database.getDocument', delayMs: 200 }] })
    await chen.tap(`导入 ${households} 人`)
    await chen.sees(/^\d+ \/ 1100$/)
    cloud.faults.clear()
    await chen.sees('已导入。发现导错了，可以整批撤销。')

    await chen.tap('撤销这次导入')
    await chen.tap('撤销')
    await chen.sees('已撤销，内容恢复到导入以前。')
  })
})

describe('a community worker imports buildings and their grids', () => {
  withFingerAndMouse('reads what is new, applies it and takes it back', async (touch) => {
    const chen = await newPerson(cloud.url, { touch })
    await chen.signIn('陈晓梅')
    await chen.tap(/^导入表格/)
    await choose(chen, '选择表格', basename(buildings), readFileSync(buildings))
    await chen.sees('检查没有问题，还没有写入。')
    await chen.tap('导入 11 行')
    await chen.sees('已导入。发现导错了，可以整批撤销。')
    await chen.tap('撤销这次导入')
    await chen.tap('撤销')
    await chen.sees('已撤销，内容恢复到导入以前。')
  })
})

describe('a list that nobody imported', () => {
  it('has run out a month later, and is to be chosen anew', async () => {
    const chen = await newPerson(cloud.url)
    await chen.signIn('陈晓梅')
    await chen.tap(/^导入表格/)
    await choose(chen, '选择表格', '过期的名单.xlsx', readFileSync(faulty))
    await chen.sees(/^要改的 \d+ 行$/)
    cloud.faults.set({ clockSkewMs: { jobs: 31 * 86_400_000 } })
    expect(await cloud.timer('removeOutdated')).toMatchObject({ ok: true })
    cloud.faults.clear()
    await chen.tap(/^跳过这些行，导入/)
    await chen.sees('这次导入已过期')
    await chen.goTo('features/imports/list')
    await chen.tap(/^过期的名单.xlsx，已过期/)
    await chen.sees(/^检查以后 30 天没有导入，表里的内容已经清除。/)
    expect(await chen.reads()).not.toContain('要改的')
    await chen.sees('重新选择')
  })
})

async function choose({ page, tap }: Person, button: string, name: string, buffer: Buffer) {
  const choosing = page.waitForEvent('filechooser')
  await tap(button)
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await (await choosing).setFiles({ name, mimeType, buffer })
}

const mendedRoster = (): Promise<Buffer> => {
  const doors = Array.from({ length: households }, (_, index) => [
    `${31 + Math.floor(index / 100)}号楼`,
    '1单元',
    `${101 + (index % 4) + 100 * Math.floor((index % 100) / 4)}`,
    '王安',
    `1390000${String(index).padStart(4, '0')}`,
    '',
  ])
  return workbookOf(plainRows([['楼栋', '单元', '房号', '姓名', '手机', '备注'], ...doors]))
}
