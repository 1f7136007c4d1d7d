import { liulin, pinganli } from './places'
import { at, report, suggestion, type Story } from './story'

const zhangs: readonly Story[] = [
  {
    key: 'lamp',
    persona: 'zhang',
    daysAgo: 16,
    communityId: pinganli,
    submission: report(
      'facilities',
      '楼道灯不亮，晚上看不清台阶，老人容易摔。',
      at('平安花园', '7 号楼', '2 单元 3 楼'),
    ),
    steps: [
      { persona: 'chen', daysAgo: 15, event: 'accept' },
      { persona: 'chen', daysAgo: 15, event: 'dispatch', to: 'tang', note: '请电工今天去看看' },
      {
        persona: 'tang',
        daysAgo: 13,
        event: 'answer',
        outcome: 'solved',
        text: '灯泡和声控开关都换了新的，昨晚试过，亮了。',
      },
      { persona: 'zhang', daysAgo: 12, event: 'rate', satisfied: true, comment: '亮堂了，谢谢师傅' },
    ],
  },
  {
    key: 'bikes',
    persona: 'zhang',
    daysAgo: 4,
    communityId: pinganli,
    submission: report(
      'safety',
      '单元门口停满电动车，有人从楼上拉线充电，怕着火。',
      at('平安花园', '7 号楼', '2 单元门口'),
    ),
    steps: [
      { persona: 'chen', daysAgo: 3, event: 'accept' },
      { persona: 'chen', daysAgo: 3, event: 'dispatch', to: 'guo', note: '先把线收了，再劝车主停到车棚' },
      {
        persona: 'guo',
        daysAgo: 2,
        event: 'answer',
        outcome: 'partly',
        text: '充电线已经收掉，车挪走了五辆，还有三辆联系不上车主，正在找。',
      },
    ],
  },
]

const others: readonly Story[] = [
  {
    key: 'rubbish',
    persona: 'li',
    daysAgo: 9,
    communityId: pinganli,
    submission: report(
      'sanitation',
      '垃圾桶两天没清，味道很大，旁边还堆了旧沙发。',
      at('平安花园', '3 号楼', '东头'),
    ),
    steps: [
      { persona: 'chen', daysAgo: 8, event: 'accept' },
      { persona: 'chen', daysAgo: 8, event: 'dispatch', to: 'tang', note: '' },
    ],
  },
  {
    key: 'parking',
    persona: 'wang',
    daysAgo: 2,
    communityId: pinganli,
    submission: report(
      'parking',
      '消防通道上总停着车，画的黄线都看不清了。',
      at('平安花园', '12 号楼'),
      'masked',
    ),
    steps: [{ persona: 'chen', daysAgo: 1, event: 'accept' }],
  },
  {
    key: 'noise',
    persona: 'wang',
    daysAgo: 1,
    communityId: pinganli,
    submission: report(
      'noise',
      '楼上晚上十一点以后还在装修，孩子睡不着。',
      at('平安花园', '12 号楼', '3 单元'),
      'anonymous',
    ),
    steps: [],
  },
  {
    key: 'bench',
    persona: 'li',
    daysAgo: 1,
    communityId: pinganli,
    submission: suggestion('facilities', '槐荫里门口等车的老人多，能不能装两把带靠背的长椅？', at('槐荫里')),
    steps: [],
  },
  {
    key: 'road',
    persona: 'li',
    daysAgo: 6,
    communityId: pinganli,
    submission: report(
      'facilities',
      '菜市场门口的马路塌了一块，下雨积水，骑车的人摔过。',
      at('小区外（路上、广场）', null, '菜市场东门'),
    ),
    steps: [
      { persona: 'chen', daysAgo: 5, event: 'accept' },
      {
        persona: 'chen',
        daysAgo: 5,
        event: 'escalate',
        reason: '这条路归街道管，社区修不了，已经报给街道。',
      },
    ],
  },
  {
    key: 'cinema',
    persona: 'wang',
    daysAgo: 30,
    communityId: pinganli,
    submission: suggestion(
      'services',
      '天热的时候，希望晚上在广场放露天电影，老人孩子都能看。',
      at('平安花园'),
      'anonymous',
    ),
    steps: [
      { persona: 'chen', daysAgo: 29, event: 'accept' },
      {
        persona: 'chen',
        daysAgo: 21,
        event: 'answer',
        outcome: 'solved',
        text: '街道文化站同意出设备，每月第一个周六晚上七点半放一场，遇雨顺延。',
        publish: ['能不能在广场放露天电影？', '能。每月第一个周六晚上七点半放一场，遇雨顺延。'],
      },
      { persona: 'wang', daysAgo: 20, event: 'rate', satisfied: true, comment: '' },
    ],
  },
  {
    key: 'rails',
    persona: 'zhang',
    daysAgo: 44,
    communityId: pinganli,
    submission: suggestion(
      'facilities',
      '几栋楼的台阶没有扶手，下雪天不敢下楼，建议装上。',
      at('平安花园'),
      'named',
    ),
    steps: [
      { persona: 'chen', daysAgo: 43, event: 'accept' },
      {
        persona: 'chen',
        daysAgo: 35,
        event: 'answer',
        outcome: 'partly',
        text: '先装 5、7、9 号楼，下个月中旬完工；其余的楼列入明年的改造。',
        publish: ['楼前台阶能不能装扶手？', '先装 5、7、9 号楼，下个月中旬完工；其余的楼列入明年的改造。'],
      },
    ],
  },
  {
    key: 'lift',
    persona: 'liu',
    daysAgo: 3,
    communityId: liulin,
    submission: report('property', '电梯一到二楼就抖一下，害怕。', at('柳林苑', '5 号楼')),
    steps: [{ persona: 'zhao', daysAgo: 2, event: 'accept' }],
  },
]

/** The cases of the demo, in every state: new, due, overdue, dispatched, with the street, answered and closed. */
export const affairs: readonly Story[] = [...zhangs, ...others]
