import type { PageCase } from './page-cases'
import type { Person } from './person'

const home = 'features/residency/home'
const declare = 'features/residency/declare'
const code = 'features/residency/code'
const requests = 'features/residency/requests'
const household = 'features/residency/household'
const papers = 'features/residency/paper-codes'
const building = 'features/residency/my-building'

/** Says which community is meant, where none is known yet. */
export const inPinganli = async ({ tap, sees }: Person) => {
  await tap(/^平安里社区/)
  await sees('选楼栋')
}

/** 8 号楼, from the list of all. */
export const pickBuilding = async ({ tap }: Person) => {
  await tap('选楼栋')
  await tap(/^平安花园/)
  await tap('8 号楼')
}

/** Looks up the door of 马春兰. */
export const lookUp = async ({ types, tap }: Person) => {
  await types('楼栋', '8')
  await types('单元', '1')
  await types('房号', '101')
  await tap('查这一户')
}

/** Chooses the flats of 8 号楼. */
const choose = async ({ tap }: Person) => {
  await tap('平安花园')
  await tap('8 号楼')
}

/** What residents and those who are to become some see of their address. */
export const residencyPages: readonly PageCase[] = [
  { page: home, name: '我的住址', who: 'zhang', shows: '只有你一个人登记', action: 'residency.home' },
  { page: home, name: '我的住址 游客', who: 'guest', shows: '登录后登记住址' },
  { page: home, name: '我的住址 访客', who: 'visitor', shows: '我有纸条码' },
  { page: home, name: '我的住址 等核对', who: 'wu', shows: '等社区核对' },
  {
    page: home,
    name: '我的住址 撤回',
    who: 'wu',
    shows: '撤回登记？',
    act: ({ tap }) => tap('撤回'),
  },
  { page: declare, name: '登记住址', who: 'visitor', shows: '这些信息怎么用', act: inPinganli },
  {
    page: declare,
    name: '登记住址 没填好',
    who: 'visitor',
    shows: '请写你的姓名',
    act: async (person) => {
      await inPinganli(person)
      await pickBuilding(person)
      await person.tap('交给社区核对')
    },
  },
  {
    page: declare,
    name: '登记住址 选楼栋',
    who: 'visitor',
    shows: '槐荫里',
    act: async (person) => {
      await inPinganli(person)
      await person.tap('选楼栋')
      await person.tap(/^平安花园/)
    },
  },
  { page: declare, name: '登记住址 已登记', who: 'zhang', shows: '你的住址已经登记好了' },
  { page: code, name: '填纸条码 已登记', who: 'zhang', shows: '你的住址已经登记好了' },
  { page: code, name: '填纸条码', who: 'visitor', shows: '照纸条填', act: inPinganli },
  {
    page: code,
    name: '填纸条码 没填好',
    who: 'visitor',
    shows: '纸条码是 8 个字母和数字',
    act: async (person) => {
      await inPinganli(person)
      await person.tap('核验')
    },
  },
  {
    page: 'features/residency/move-out',
    name: '我搬走了',
    who: 'li',
    shows: '会留下的',
    action: 'residency.home',
  },
  { page: building, name: '我的楼 不是楼长', who: 'zhang', shows: '你目前没有负责的楼。如有误，请联系社区' },
]

/** What the community's workers and building leaders see. */
export const residencyWorkPages: readonly PageCase[] = [
  { page: 'pages/staff/index', name: '工作 楼长', who: 'ma', shows: '我的楼' },
  { page: requests, name: '住户核验', who: 'chen', shows: '吴小雨', action: 'residency.requests' },
  {
    page: requests,
    name: '住户核验 通过',
    who: 'chen',
    shows: '通过核验？',
    act: ({ tap }) => tap('通过 吴小雨'),
  },
  {
    page: requests,
    name: '住户核验 不通过',
    who: 'chen',
    shows: '或写别的原因',
    act: ({ tap }) => tap('不通过 吴小雨'),
  },
  { page: requests, name: '住户核验 空', who: 'zhao', shows: '没有等核验的' },
  { page: household, name: '按户查', who: 'chen', shows: '查这一户' },
  { page: household, name: '按户查 一户', who: 'chen', shows: '8 号楼 1 单元 101', act: lookUp },
  {
    page: household,
    name: '按户查 办迁出',
    who: 'chen',
    shows: '办迁出？',
    act: async (person) => {
      await lookUp(person)
      await person.tap('办迁出 马春兰')
    },
  },
  {
    page: household,
    name: '按户查 划掉',
    who: 'chen',
    shows: '从花名册划掉？',
    act: async (person) => {
      await lookUp(person)
      await person.tap('划掉 马建业')
    },
  },
  { page: papers, name: '纸条码', who: 'chen', shows: '给哪栋楼发码', action: 'residency.form' },
  { page: papers, name: '纸条码 选户', who: 'chen', shows: '先选要发码的户', act: choose },
  {
    page: papers,
    name: '纸条码 单子',
    who: 'chen',
    shows: '只在这里显示一次',
    act: async (person) => {
      await choose(person)
      await person.tap('2 单元')
      await person.tap(/^601 /)
      await person.tap(/^602 /)
      await person.tap('给 2 户发码')
      // Codes that are there already: the page was opened for another mode before.
      await person.sees(/只在这里显示一次|重新发码？/)
      if ((await person.reads()).includes('重新发码？')) await person.tap('重新发')
    },
  },
  { page: building, name: '我的楼', who: 'ma', shows: '马**', action: 'residency.myUnits' },
]
