import type { Input } from '../cloudfunctions/contract'

type Goods = Omit<Input<'points.createItem'>, 'requestId' | 'communityId' | 'photoId'> & { key: string }

const station = {
  pickupPlace: '1 号驿站（7 号楼架空层）',
  pickupHours: '每天 9:00–11:30，14:00–17:00',
}

const hall = { pickupPlace: '党群服务中心 1 楼', pickupHours: '周一至周五 9:00–17:00' }

const monthly = (limitPerPerson: number) => ({ limitPerPerson, limitPeriod: 'month' }) as const

/** What 平安里社区 offers. */
export const pinganliGoods: readonly Goods[] = [
  {
    key: 'rice',
    name: '5kg 东北大米',
    description: '当季新米，真空包装。分量不轻，可以请志愿者送到楼下。',
    costPoints: 120,
    stock: 20,
    ...monthly(1),
    ...station,
  },
  {
    key: 'tissue',
    name: '抽纸（6 包）',
    description: '原生木浆，三层，每包 120 抽。',
    costPoints: 60,
    stock: 40,
    ...monthly(2),
    ...station,
  },
  {
    key: 'soap',
    name: '洗衣液 2kg',
    description: '低泡，手洗机洗都可以。',
    costPoints: 80,
    stock: 15,
    ...monthly(1),
    ...station,
  },
  {
    key: 'oil',
    name: '花生油 1.8L',
    description: '压榨一级。',
    costPoints: 150,
    stock: 10,
    limitPerPerson: 1,
    limitPeriod: 'quarter',
    ...station,
  },
  {
    key: 'haircut',
    name: '便民理发一次',
    description: '凭领取码找理发师傅，不用排号。',
    costPoints: 40,
    stock: 30,
    ...monthly(1),
    pickupPlace: '便民服务点（3 号楼 1 层）',
    pickupHours: '周三、周五 8:30–11:00',
  },
  {
    key: 'bags',
    name: '垃圾袋（5 卷）',
    description: '加厚，自动收口。',
    costPoints: 15,
    stock: 60,
    ...monthly(4),
    ...station,
  },
  {
    key: 'bulb',
    name: 'LED 灯泡 9W',
    description: '螺口，暖光。装不上可以报给社区，电工上门。',
    costPoints: 25,
    stock: 24,
    ...monthly(2),
    ...station,
  },
  {
    key: 'cleaning',
    name: '油烟机清洗一次',
    description: '师傅上门，约一个半小时。',
    costPoints: 260,
    stock: 0,
    limitPerPerson: 1,
    limitPeriod: 'always',
    ...hall,
  },
  {
    key: 'umbrella',
    name: '晴雨伞',
    description: '八骨，收起来 30 厘米。',
    costPoints: 90,
    stock: 12,
    ...monthly(1),
    ...hall,
  },
]

/** What 柳林社区 offers. */
export const liulinGoods: readonly Goods[] = [
  {
    key: 'noodles',
    name: '挂面 2kg',
    description: '鸡蛋挂面，四把装。',
    costPoints: 45,
    stock: 30,
    ...monthly(2),
    pickupPlace: '柳林社区服务站',
    pickupHours: '周一至周六 9:00–17:00',
  },
  {
    key: 'towel',
    name: '纯棉毛巾（2 条）',
    description: '吸水不掉毛。',
    costPoints: 30,
    stock: 25,
    ...monthly(1),
    pickupPlace: '柳林社区服务站',
    pickupHours: '周一至周六 9:00–17:00',
  },
]
