import { atDesk, codeOf, decline, scanned } from '../desk/story'
import type { TestCloud } from '../support/cloud'
import type { PageCase } from './page-cases'

/** Codes of QRs in the test's cloud. They are good for three minutes: those that are are looked at in a journey. */
export interface DeskThings {
  /** It was confirmed, and 陈晓梅 is at that desk. */
  usedDesk: string
  declinedDesk: string
}

const confirm = 'features/desk/confirm'
const by = (key: keyof DeskThings) => (things: DeskThings) => `code=${things[key]}`

/** The page that shows the QR: only the web has it. */
export const deskWebPages: readonly PageCase[] = [
  { page: 'features/desk/sign-in', name: '扫码登录', who: 'guest', shows: '工作人员，用微信扫一扫' },
]

export const deskPages: readonly PageCase[] = [
  { page: confirm, name: '确认登录 用过', query: by('usedDesk'), who: 'chen', shows: '这个二维码用过了' },
  {
    page: confirm,
    name: '确认登录 拒绝过',
    query: by('declinedDesk'),
    who: 'sun',
    shows: '这个二维码用过了',
  },
  {
    page: confirm,
    name: '确认登录 居民',
    query: by('usedDesk'),
    who: 'zhang',
    shows: '电脑登录只给工作人员',
  },
  {
    page: confirm,
    name: '确认登录 不完整',
    query: () => 'code=l_short',
    who: 'chen',
    shows: '这不是登录二维码',
  },
  {
    page: confirm,
    name: '确认登录 游客',
    query: by('usedDesk'),
    who: 'guest',
    shows: /^登录后确认|请在微信里打开/,
  },
  {
    page: 'features/desk/mine',
    name: '电脑登录',
    who: 'chen',
    shows: 'Windows 电脑 · Chrome 浏览器',
    action: 'desk.mine',
  },
  { page: 'features/desk/mine', name: '电脑登录 空', who: 'sun', shows: '没有登录着的电脑' },
]

export async function desksIn(cloud: TestCloud): Promise<DeskThings> {
  const chen = await cloud.staff('chen')
  const [{ page }, declined] = [await atDesk(cloud, chen), await scanned(cloud, chen)]
  await decline(chen, declined.deskId)
  return { usedDesk: codeOf(page), declinedDesk: codeOf(declined) }
}
