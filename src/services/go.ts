import Taro from '@tarojs/taro'
import { isStackFull, pagesOnTopOf } from './page-stack'

/** Pages that are not tabs, by what they are for. */
const pages = {
  items: '/features/points/items',
  item: '/features/points/item',
  redemptions: '/features/points/redemptions',
  pickup: '/features/points/pickup',
  verify: '/features/staff/verify',
  staffItems: '/features/staff/items',
  itemForm: '/features/staff/item-form',
  duties: '/features/duties/staff',
  dutyInvite: '/features/duties/invite',
  desks: '/features/desk/mine',
  deskConfirm: '/features/desk/confirm',
  imports: '/features/imports/list',
  importRun: '/features/imports/import',
  exports: '/features/exports/list',
  report: '/features/affairs/report',
  case: '/features/affairs/case',
  answered: '/features/affairs/answered',
  caseQueue: '/features/affairs/queue',
  staffCase: '/features/affairs/staff-case',
  contentReview: '/features/safety/queue',
  messages: '/features/inbox/messages',
  notices: '/features/notices/list',
  notice: '/features/notices/notice',
  noticesManage: '/features/notices/manage',
  noticeForm: '/features/notices/form',
  directory: '/features/directory/list',
  directoryManage: '/features/directory/manage',
  directoryForm: '/features/directory/form',
  meetings: '/features/meetings/list',
  meeting: '/features/meetings/meeting',
  meetingCode: '/features/meetings/my-code',
  checkIn: '/features/meetings/check-in',
  meetingsManage: '/features/meetings/manage',
  meetingForm: '/features/meetings/form',
  meetingHost: '/features/meetings/host',
  meetingMinutes: '/features/meetings/minutes',
  registration: '/features/party/registration',
  partyDays: '/features/party/days',
  activity: '/features/party/activity',
  activityCheckIn: '/features/party/check-in',
  serviceRecord: '/features/party/record',
  applications: '/features/party/applications',
  activities: '/features/party/activities',
  activityForm: '/features/party/activity-form',
  activityHost: '/features/party/activity-host',
  residency: '/features/residency/home',
  residencyDeclare: '/features/residency/declare',
  residencyCode: '/features/residency/code',
  residencyMoveOut: '/features/residency/move-out',
  residencyRequests: '/features/residency/requests',
  residencyHousehold: '/features/residency/household',
  paperCodes: '/features/residency/paper-codes',
  privacy: '/features/privacy/home',
  privacyErase: '/features/privacy/erase',
  privacyAudit: '/features/privacy/audit',
  proxyStart: '/features/proxy/start',
  proxyRecords: '/features/proxy/records',
  proxyObjections: '/features/proxy/objections',
  myBuilding: '/features/residency/my-building',
  territory: '/features/territory/tree',
  territoryPlace: '/features/territory/place',
} as const

const tabPages = {
  home: '/pages/home/index',
  affairs: '/pages/affairs/index',
  points: '/pages/points/index',
  staff: '/pages/staff/index',
  me: '/pages/me/index',
} as const

/**
 * Opens a page on top of this one. One that is open already is gone back to, so that going to and fro between two pages
 * fills no stack; with a full stack the page takes this one's place.
 */
export const open = (page: keyof typeof pages, query: Record<string, string> = {}): void => {
  const url = urlOf(pages[page], query)
  once(url, () => {
    const onTop = pagesOnTopOf(pages[page], query)
    if (onTop === 0) return
    if (onTop !== null) void Taro.navigateBack({ delta: onTop })
    else if (isStackFull()) void Taro.redirectTo({ url })
    else void Taro.navigateTo({ url })
  })
}

/** Opens a page in place of this one, so that 返回 does not lead to what is done. */
export const replace = (page: keyof typeof pages, query: Record<string, string> = {}): void =>
  void Taro.redirectTo({ url: urlOf(pages[page], query) })

/** Changes to a tab. */
export const openTab = (tab: keyof typeof tabPages): void => void Taro.switchTab({ url: tabPages[tab] })

const goingBack = 'back'

/** Back to the page before, or home when this page was opened directly. */
export const back = (): void =>
  once(goingBack, () => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
    else openTab('home')
  })

/** Milliseconds, either way because a clock can be put back: within them a hand that is not sure taps a second time. */
const pairMs = 800

const none = { step: '', at: 0 }
let last = none

/**
 * A page is seen. The step that led to it is over: from the page before it may be taken again at once. Not so 返回,
 * whose second tap would meet the 返回 of the page that it came to.
 */
export const arrived = (): void => {
  if (last.step !== goingBack) last = none
}

/** Two taps in a row are one: else a page is opened twice, or 返回 goes two pages back. */
const once = (step: string, move: () => void) => {
  const at = Date.now()
  if (step === last.step && Math.abs(at - last.at) < pairMs) return
  last = { step, at }
  move()
}

/** Where a page lies, for whoever is sent there. */
export const addressOf = (page: keyof typeof pages, query: Record<string, string> = {}): string =>
  urlOf(pages[page], query)

const urlOf = (path: string, query: Record<string, string>) => {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}
