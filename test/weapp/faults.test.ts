import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isWhole } from '../support/breadth'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { auditFaults } from './audit'
import { newPhone } from './phone'
import { unspokenOn } from './spoken'

const root = join(__dirname, '../..')
const folders: string[] = []

interface Planted {
  fault: string
  /** The check of verify-weapp that must refuse it. */
  check: 'app' | 'sizes' | 'declarations' | 'compile'
  plant: (folder: string) => void
  says: RegExp
}

const KB = 1024

/** What somebody may do by mistake to a build that is right. */
const faults: Planted[] = [
  {
    fault: 'a missing page',
    check: 'app',
    plant: (folder) => rmSync(join(folder, 'features/points/item.js')),
    says: /page features\/points\/item: no js file/,
  },
  {
    fault: 'a component that is not there',
    check: 'app',
    plant: (folder) => rmSync(join(folder, 'comp.json')),
    says: /no component comp/,
  },
  {
    fault: 'an oversize tab icon',
    check: 'app',
    plant: (folder) => {
      writeFileSync(join(folder, 'home.png'), Buffer.alloc(41 * KB))
      changeApp(folder, ({ tabBar }) => Object.assign(tabBar.list[0] ?? {}, { iconPath: 'home.png' }))
    },
    says: /tab icon home\.png: 41984 bytes/,
  },
  {
    fault: 'a package fetched ahead under a name that it does not have',
    check: 'app',
    plant: (folder) =>
      changeApp(folder, (app) =>
        Object.assign(app, { preloadRule: { 'pages/me/index': { packages: ['features/notes'] } } }),
      ),
    says: /preloadRule of pages\/me\/index: no package features\/notes/,
  },
  {
    fault: 'a subpackage over its budget',
    check: 'sizes',
    plant: (folder) => writeFileSync(join(folder, 'features/staff/list.js'), Buffer.alloc(251 * KB)),
    says: /weapp features\/staff: \d+\.\d KB, at most 250\.0 KB/,
  },
  {
    fault: 'a main package over its budget',
    check: 'sizes',
    plant: (folder) => writeFileSync(join(folder, 'chart.js'), Buffer.alloc(120 * KB)),
    says: /weapp main package: \d+\.\d KB, at most 400\.0 KB/,
  },
  {
    fault: 'a private interface that nobody declared',
    check: 'declarations',
    plant: (folder) => appendFileSync(join(folder, 'pages/home/index.js'), '\nwx.getLocation({})'),
    says: /getLocation \(pages\/home\/index\.js\) is not declared.*\n.*requiredPrivateInfos/,
  },
  {
    fault: 'a private interface that is declared and never called',
    check: 'declarations',
    plant: (folder) =>
      changeApp(folder, (app) => Object.assign(app, { requiredPrivateInfos: ['chooseAddress'] })),
    says: /chooseAddress stands in requiredPrivateInfos of app\.json and is never called/,
  },
  {
    fault: 'an interface that only a browser has',
    check: 'declarations',
    plant: (folder) => appendFileSync(join(folder, 'pages/me/index.js'), "\nlocalStorage.getItem('token')"),
    says: /pages\/me\/index\.js: localStorage does not exist in WeChat/,
  },
  {
    fault: 'an unclosed tag',
    check: 'compile',
    plant: (folder) => {
      // What else there is to compile takes its time and says nothing of this.
      changeApp(folder, (app) => void delete app.subPackages)
      rmSync(join(folder, 'features'), { recursive: true })
      appendFileSync(join(folder, 'pages/home/index.wxml'), '<view><text>积分</view>')
    },
    says: /unexpected end tag: view/,
  },
]

describe('a planted fault is caught by the check that is meant for it', () => {
  // WeChat's compiler takes as long as all others: like the compiler itself it is left to `--all`.
  const tried = faults.filter(({ check }) => isWhole || check !== 'compile')
  const checks = [...new Set(tried.map(({ check }) => check))]

  // Each takes seconds to start, and each says all that is wrong: the faults that one is meant for are planted together.
  describe.each(checks)('%s', (check) => {
    const planted = faults.filter((one) => one.check === check)
    let said: { status: number | null; stdout: string }
    beforeAll(() => {
      const folder = copyOfBuild()
      for (const { plant } of planted) plant(folder)
      said = verify(folder, check)
    }, 180_000)

    test.each(planted.map((one) => [one.fault, one.says] as const))('[W2] %s', (_fault, says) => {
      expect(said.stdout).toMatch(says)
      expect(said.status).toBe(1)
    })
  })
})

function verify(folder: string, check: string) {
  const script = join(root, 'config/run/verify-weapp.mjs')
  return spawnSync(process.execPath, [script, '--dist', folder, '--only', check], {
    encoding: 'utf8',
    cwd: root,
  })
}

describe('a planted fault is caught by the journeys', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud()
    // The first sign-in writes the demo's data.
    await cloud.staff('chen')
  })

  test('[W2] a page of 1,200 nodes', async () => {
    const { program, ...zhang } = await newPhone(cloud, 'zhang')
    await zhang.sees('我的积分')
    expect(await auditFaults(program, true)).toEqual([])
    await program.evaluate(() => {
      const many = Array.from({ length: 1200 }, (_, index) => ({ sid: `_${index}`, nn: '8', v: '字' }))
      getCurrentPages()
        .pop()
        ?.setData({ root: { cn: many } })
    })
    expect(await auditFaults(program, true)).toContain('1201 nodes, at most 700')
  })

  test('[W2] something to tap without a name', async () => {
    const right = await newPhone(cloud, 'zhang')
    await right.sees('我的积分')
    expect(await unspokenOn(right.program, join(root, 'dist/weapp'))).toEqual([])

    const folder = copyOfBuild()
    const base = join(folder, 'base.wxml')
    writeFileSync(base, readFileSync(base, 'utf8').replaceAll(' aria-label="{{i.ariaLabel}}"', ''))
    expect((await unspokenOn(right.program, folder)).join()).toContain('no name: <view class="tappable')
    const page = join(folder, 'common.js')
    writeFileSync(page, readFileSync(page, 'utf8').replaceAll('ariaLabel:', 'unheard:'))
    const wrong = await newPhone(cloud, 'zhang', folder)
    await wrong.sees('我的积分')
    expect((await unspokenOn(wrong.program, join(root, 'dist/weapp'))).join()).toContain('no name: <view')
  })

  test('[W2] a child that keeps a tap from the parent that handles it', async () => {
    const right = await newPhone(cloud, 'zhang')
    await right.sees('我的积分')
    await (await (await right.program.currentPage()).$('.home-balance'))?.tap()
    await right.sees('明细')

    const folder = copyOfBuild()
    const base = join(folder, 'base.wxml')
    const bare = /<view style="\{\{i\.st\}\}" class="\{\{i\.cl\}\}"(?! bindtap)/g
    writeFileSync(
      base,
      readFileSync(base, 'utf8').replace(bare, (tag) => `${tag} catchtap="planted"`),
    )
    const wrong = await newPhone(cloud, 'zhang', folder)
    await wrong.sees('我的积分')
    await (await (await wrong.program.currentPage()).$('.home-balance'))?.tap().catch(() => undefined)
    expect(await wrong.where()).toBe('pages/home/index')
  })
})

interface App {
  subPackages?: unknown[]
  tabBar: { list: { iconPath?: string }[] }
}

function changeApp(folder: string, change: (app: App) => void): void {
  const file = join(folder, 'app.json')
  const app = JSON.parse(readFileSync(file, 'utf8')) as App
  change(app)
  writeFileSync(file, JSON.stringify(app))
}

function copyOfBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-planted-'))
  folders.push(folder)
  cpSync(join(root, 'dist/weapp'), folder, { recursive: true })
  return folder
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
