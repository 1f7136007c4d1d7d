import { accept, invited, liulin, phone, pinganli, tianfu } from '../duties/story'
import type { TestCloud } from '../support/cloud'
import type { PageCase } from './page-cases'
import type { Person } from './person'

/** Links of invitations in the test's cloud, by what they show. */
export interface DutyThings {
  /** To be a grid worker. */
  offer: string
  /** To be of the street's staff: it needs a second approval. */
  streetOffer: string
  usedOffer: string
  /** For those who answer: each once. */
  offerToAccept: string
  offerToTry: string
}

const [staff, invite, invitation] = [
  'features/duties/staff',
  'features/duties/invite',
  'features/duties/invitation',
] as const

const by = (key: keyof DutyThings) => (things: DutyThings) => `code=${things[key]}`
const atTianfu = () => `place=${tianfu}`

const answers = async ({ types, tap }: Person, number: string) => {
  await types('你的手机号', number)
  await tap('接受')
}

/** What whoever has a link sees. */
export const dutyPages: readonly PageCase[] = [
  {
    page: invitation,
    name: '邀请',
    query: by('offer'),
    who: 'new',
    shows: '平安里社区网格员',
    action: 'duties.invitation',
  },
  {
    page: invitation,
    name: '邀请 要批准',
    query: by('streetOffer'),
    who: 'new',
    shows: '天福街道工作人员',
  },
  { page: invitation, name: '邀请 用过', query: by('usedOffer'), who: 'zhang', shows: '这个邀请已经用过' },
  {
    page: invitation,
    name: '邀请 不完整',
    query: () => 'code=j_short',
    who: 'zhang',
    shows: '这不是完整的邀请码',
  },
  {
    page: invitation,
    name: '邀请 游客',
    query: by('offer'),
    who: 'guest',
    shows: /^登录后看邀请|请在微信里打开/,
  },
  {
    page: invitation,
    name: '邀请 号码不对',
    query: by('offerToTry'),
    who: 'new',
    shows: '不是邀请登记的手机号',
    act: (person) => answers(person, '13900000000'),
  },
  {
    page: invitation,
    name: '邀请 没填',
    query: by('offer'),
    who: 'new',
    shows: '请填 11 位手机号',
    act: ({ tap }) => tap('接受'),
  },
  {
    page: invitation,
    name: '邀请 不接受',
    query: by('offer'),
    who: 'new',
    shows: '不接受这个邀请？',
    act: ({ tap }) => tap('不接受'),
  },
  {
    page: invitation,
    name: '邀请 已接受',
    query: by('offerToAccept'),
    who: 'new',
    shows: '已接受',
    act: (person) => answers(person, phone),
  },
]

/** What those who give duties see. */
export const dutyWorkPages: readonly PageCase[] = [
  { page: 'pages/staff/index', name: '工作 社区书记', who: 'qian', shows: '任职' },
  { page: 'pages/staff/index', name: '工作 区级', who: 'lin', shows: '文登区' },
  { page: staff, name: '任职', who: 'qian', shows: '要办的', action: 'duties.staff' },
  { page: staff, name: '任职 街道', query: atTianfu, who: 'he', shows: '等批准' },
  { page: staff, name: '任职 本区', who: 'lin', shows: '文登区' },
  { page: staff, name: '任职 社区工作人员', who: 'chen', shows: '马春兰' },
  { page: staff, name: '任职 没有权限', who: 'sun', shows: '你现在不能做这件事' },
  {
    page: staff,
    name: '任职 切换',
    who: 'zhou',
    shows: '看哪里的任职',
    act: ({ tap }) => tap('切换地方'),
  },
  {
    page: staff,
    name: '任职 批准',
    query: atTianfu,
    who: 'he',
    shows: '批准这个任职？',
    act: ({ tap }) => tap(/^批准 /),
  },
  {
    page: staff,
    name: '任职 解除',
    who: 'qian',
    shows: '请写原因，本人会看到',
    act: async ({ tap }) => {
      await tap('解除 孙立军')
      await tap('解除')
    },
  },
  {
    page: staff,
    name: '任职 撤回邀请',
    who: 'qian',
    shows: '撤回这个邀请？',
    act: ({ tap }) => tap('撤回 丁小燕'),
  },
  {
    page: invite,
    name: '邀请任职',
    query: () => `place=${pinganli}`,
    who: 'qian',
    shows: '岗位',
    action: 'duties.staff',
    quietOffline: true,
  },
  {
    page: invite,
    name: '邀请任职 没填好',
    query: () => `place=${pinganli}`,
    who: 'qian',
    shows: '请写 11 位手机号',
    act: async ({ tap }) => {
      await tap('设截止日期')
      await tap('生成邀请码')
    },
  },
  {
    page: invite,
    name: '邀请任职 邀请码',
    query: () => `place=${liulin}`,
    who: 'zhou',
    shows: '请他用微信扫一扫，填手机号 138****5678',
    act: async ({ tap, types }) => {
      await tap('网格员')
      await types('姓名', '丁小燕')
      await types('手机号', phone)
      await tap('生成邀请码')
    },
  },
  { page: invite, name: '邀请任职 没有', query: atTianfu, who: 'zhou', shows: '没有找到' },
]

/** 唐丽 is due; 丁小燕 is invited, once locked; somebody waits for the street; and links for whoever answers. */
export async function dutiesIn(cloud: TestCloud): Promise<DutyThings> {
  const [qian, lin] = [await cloud.staff('qian'), await cloud.staff('lin')]
  const [used, waits] = await cloud.residents(2, 0)
  await makeDue(cloud, '唐丽')
  const street = { role: 'street_staff', placeId: tianfu, name: '方晴' } as const
  const usedOffer = await invited(lin, street)
  await accept(waits!, usedOffer)
  const locked = await invited(qian, { name: '马晓东' })
  for (let tries = 0; tries < 5; tries += 1) await accept(used!, locked, `1390000000${tries}`)
  return {
    offer: await invited(qian),
    streetOffer: await invited(lin, street),
    usedOffer,
    offerToAccept: await invited(qian, { name: '许静' }),
    offerToTry: await invited(qian, { name: '何伟', role: 'property_staff' }),
  }
}

/** As if a hundred days had passed for one person alone. */
export async function makeDue(cloud: TestCloud, invitedName: string): Promise<void> {
  await cloud.engine.modify({
    collection: 'duties',
    filter: { invitedName },
    change: { $set: { nextAt: new Date(Date.now() - 60_000).toISOString() } },
    replace: false,
    upsert: false,
    multi: false,
  })
  const run = await cloud.timer('tendDuties')
  if (!run.ok) throw new Error(run.code)
}
