import type { ActionName } from '@contract/index'
import { affairsPages, caseWorkPages } from './affairs-cases'
import { directoryPages, directoryWorkPages } from './directory-cases'
import { deskPages, deskWebPages, type DeskThings } from './desk-cases'
import { exportPages } from './exports-cases'
import { dutyPages, dutyWorkPages, type DutyThings } from './duties-cases'
import { hostPages, meetingPages, type MeetingThings } from './meetings-cases'
import { noticePages, noticeWorkPages, type NoticeThings } from './notices-cases'
import { partyPages, partyWorkPages, type PartyThings } from './party-cases'
import { privacyPages, privacyWorkPages } from './privacy-cases'
import { proxyPages, proxyWorkPages } from './proxy-cases'
import { residencyPages, residencyWorkPages } from './residency-cases'
import type { Person } from './person'
import { safetyPages, type SafetyThings } from './safety-cases'
import { territoryPages } from './territory-cases'

/** Ids in the test's cloud that pages are opened with. */
export interface Things
  extends MeetingThings, NoticeThings, PartyThings, DeskThings, DutyThings, SafetyThings {
  community: string
  /** An item that can be had. */
  item: string
  soldOut: string
  closed: string
  /** A redemption of 李建国 that waits to be picked up. */
  waiting: string
  /** One that was picked up. */
  ended: string
  /** An import with erroneous rows, not applied. */
  staged: string
  applied: string
  /** An answered case of 张桂兰. */
  ownCase: string
  /** A case that waits for 陈晓梅. */
  workCase: string
  /** The code on a suggestion box. */
  box: string
}

type Resident = 'zhang' | 'li' | 'wang' | 'wu' | 'visitor'
type Staff = 'chen' | 'zhao' | 'sun' | 'zhou' | 'guo' | 'ma' | 'qian' | 'lin' | 'he'
type Persona = Resident | Staff

/** A page as somebody sees it. */
export interface PageCase {
  /** As src/app.config.ts spells it. */
  page: string
  /** For the title of the test and of its picture. */
  name: string
  query?: (things: Things) => string
  /** A persona; `guest` has not signed in, `new` is a resident without points. */
  who: 'guest' | 'new' | Persona
  /** On the screen once the page is there. */
  shows: string | RegExp
  /** The action that fills the page: it is also looked at while that runs, when it fails and without a network. */
  action?: ActionName
  /** Once it is there it stays as it is without a network: nothing on it grows old. */
  quietOffline?: boolean
  /** Done before the page is looked at. */
  act?: (person: Person) => Promise<void>
}

const byItem = (key: 'item' | 'soldOut' | 'closed') => (things: Things) => `id=${things[key]}`
const byRedemption = (key: 'waiting' | 'ended') => (things: Things) => `id=${things[key]}`
const byImport = (key: 'staged' | 'applied') => (things: Things) => `id=${things[key]}`
const byCommunity = ({ community }: Things) => `community=${community}`

/** What residents and guests see. */
export const residentPages: readonly PageCase[] = [
  { page: 'pages/home/index', name: '首页', who: 'li', shows: /我的积分|^积分 \d+$/, action: 'home.show' },
  { page: 'pages/home/index', name: '首页 游客', who: 'guest', shows: /先随便看看|登录/ },
  { page: 'pages/home/index', name: '首页 新住户', who: 'new', shows: '首页' },
  { page: 'pages/points/index', name: '积分', who: 'zhang', shows: '明细', action: 'points.overview' },
  { page: 'pages/points/index', name: '积分 游客', who: 'guest', shows: '登录后看你的积分' },
  { page: 'pages/points/index', name: '积分 空', who: 'new', shows: '还没有积分记录' },
  { page: 'pages/points/index', name: '积分 访客', who: 'visitor', shows: '你还没有登记为住户' },
  {
    page: 'pages/points/index',
    name: '积分 这一笔',
    who: 'zhang',
    shows: '这笔之后还有',
    act: ({ tap }) => tap(/^兑换 5kg 东北大米/),
  },
  {
    page: 'pages/me/index',
    name: '我的',
    who: 'zhang',
    shows: '已核验住户',
    action: 'community.me',
    quietOffline: true,
  },
  { page: 'pages/me/index', name: '我的 游客', who: 'guest', shows: '还没有登录' },
  {
    page: 'features/points/items',
    name: '商品',
    query: byCommunity,
    who: 'zhang',
    shows: '垃圾袋（5 卷）',
    action: 'points.items',
  },
  {
    page: 'features/points/item',
    name: '商品详情',
    query: byItem('item'),
    who: 'zhang',
    shows: /^兑换（\d+ 分）$/,
    action: 'points.item',
  },
  {
    page: 'features/points/item',
    name: '商品详情 游客',
    query: byItem('item'),
    who: 'guest',
    shows: '登录后兑换',
  },
  {
    page: 'features/points/item',
    name: '商品详情 换完',
    query: byItem('soldOut'),
    who: 'zhang',
    shows: '已换完，等社区补货',
  },
  {
    page: 'features/points/item',
    name: '商品详情 关闭',
    query: byItem('closed'),
    who: 'zhang',
    shows: '这件商品暂停兑换',
  },
  {
    page: 'features/points/item',
    name: '确认兑换',
    query: byItem('item'),
    who: 'zhang',
    shows: '确认兑换',
    act: ({ tap }) => tap(/^兑换（/),
  },
  {
    page: 'features/points/redemptions',
    name: '我的兑换',
    who: 'li',
    shows: '待领取',
    action: 'points.redemptions',
  },
  { page: 'features/points/redemptions', name: '我的兑换 空', who: 'wang', shows: '还没有兑换过' },
  { page: 'features/points/redemptions', name: '我的兑换 游客', who: 'guest', shows: '登录后看你的兑换' },
  {
    page: 'features/points/pickup',
    name: '领取码',
    query: byRedemption('waiting'),
    who: 'li',
    shows: '数字不会变，不用着急',
    action: 'points.pickupCode',
  },
  {
    page: 'features/points/pickup',
    name: '领取码 已领取',
    query: byRedemption('ended'),
    who: 'li',
    shows: '已领取',
  },
  {
    page: 'features/points/pickup',
    name: '领取码 游客',
    query: byRedemption('ended'),
    who: 'guest',
    shows: /^登录后看/,
  },
  {
    page: 'features/points/pickup',
    name: '领取码 取消',
    query: byRedemption('waiting'),
    who: 'li',
    shows: '取消这次兑换？',
    act: ({ tap }) => tap('取消兑换，退回积分'),
  },
  { page: 'features/demo/sign-in', name: '选择身份', who: 'guest', shows: '张桂兰' },
  ...deskWebPages,
  ...deskPages,
  ...affairsPages,
  ...meetingPages,
  ...noticePages,
  ...directoryPages,
  ...partyPages,
  ...dutyPages,
  ...residencyPages,
  ...privacyPages,
  ...proxyPages,
]

/** What people with a duty see, on a phone and at a desk. */
export const staffPages: readonly PageCase[] = [
  { page: 'pages/staff/index', name: '工作', who: 'chen', shows: '商品管理', action: 'home.work' },
  { page: 'pages/staff/index', name: '工作 便民服务员', who: 'sun', shows: '核销领取' },
  { page: 'pages/staff/index', name: '工作 街道', who: 'zhou', shows: /账/ },
  { page: 'pages/staff/index', name: '工作 游客', who: 'guest', shows: '这里给工作人员用' },
  { page: 'features/staff/verify', name: '核销', who: 'sun', shows: '刚才核销的' },
  {
    page: 'features/staff/verify',
    name: '核销 不对',
    who: 'sun',
    shows: '刚才核销的',
    act: async ({ types, tap, sees }) => {
      await types('8 位领取数字', '00000001')
      await tap('核销')
      await sees(/请居民再报一遍/)
    },
  },
  {
    page: 'features/staff/items',
    name: '商品管理',
    who: 'chen',
    shows: '垃圾袋（5 卷）',
    action: 'points.staffItems',
  },
  {
    page: 'features/staff/item-form',
    name: '修改商品',
    query: byItem('item'),
    who: 'chen',
    shows: '商品资料',
    action: 'points.staffItems',
    quietOffline: true,
  },
  { page: 'features/staff/item-form', name: '新商品', who: 'chen', shows: '新商品' },
  {
    page: 'features/staff/item-form',
    name: '新商品 没填好',
    who: 'chen',
    shows: '请写商品名称',
    act: ({ tap }) => tap('添加商品'),
  },
  {
    page: 'features/imports/list',
    name: '导入',
    who: 'chen',
    shows: /^居民花名册-有误/,
    action: 'imports.list',
  },
  {
    page: 'features/imports/import',
    name: '导入结果 有误',
    query: byImport('staged'),
    who: 'chen',
    shows: /^要改的/,
    action: 'imports.show',
  },
  {
    page: 'features/imports/import',
    name: '导入结果 已导入',
    query: byImport('applied'),
    who: 'chen',
    shows: /^已导入。/,
  },
  ...exportPages,
  ...caseWorkPages,
  ...hostPages,
  ...noticeWorkPages,
  ...directoryWorkPages,
  ...partyWorkPages,
  ...dutyWorkPages,
  ...residencyWorkPages,
  ...privacyWorkPages,
  ...proxyWorkPages,
  ...safetyPages,
  ...territoryPages,
]
