import type { Input } from '../cloudfunctions/contract'
import { add } from '../cloudfunctions/directory/add'
import { act } from './act'
import { liulin, pinganli, tianfu } from './places'

type DemoEntry = Omit<Input<'directory.add'>, 'requestId' | 'placeId' | 'agreed'>

const entry = (
  kind: DemoEntry['kind'],
  name: string,
  phone: string,
  about = '',
  address = '',
  hours = '',
): DemoEntry => ({ kind, name, phone, about, address, hours })

const workdays = '周一至周五 8:30–17:00'

/** By place, with whoever keeps them. The numbers lie outside any exchange in use, but for those of all China. */
const places: readonly [placeId: string, keeper: string, entries: readonly DemoEntry[]][] = [
  [
    tianfu,
    'zhou',
    [
      entry(
        'service_center',
        '天福街道便民服务中心',
        '0631-0000110',
        '社保、医保、老年证、残疾证',
        '天福路 18 号 1 楼',
        workdays,
      ),
      entry(
        'police',
        '天福派出所',
        '0631-0000111',
        '户口、身份证、报警求助。急事打 110',
        '天福路 20 号',
        '全天有人',
      ),
      entry(
        'health',
        '天福街道卫生院',
        '0631-0000112',
        '门诊、体检、家庭医生签约',
        '文山路 66 号',
        '每天 8:00–17:30，急诊全天',
      ),
      entry('utility', '供热服务站', '0631-0000113', '暖气不热、漏水报修', '', '供暖季全天'),
      entry('other', '政务服务热线', '12345', '不知道找谁，打这个', '', '全天有人'),
    ],
  ],
  [
    pinganli,
    'chen',
    [
      entry(
        'office',
        '平安里社区居委会',
        '0631-0000101',
        '社区的事都可以问',
        '平安路 6 号党群服务中心 1 楼',
        '周一至周六 8:30–17:30',
      ),
      entry(
        'liaison',
        '专职联络人 于静',
        '13800000511',
        '平安花园的建言箱由她开，三个工作日内答复',
        '党群服务中心 103 室',
        workdays,
      ),
      entry(
        'property',
        '平安花园物业服务中心',
        '0631-0000121',
        '电梯、下水、门禁报修',
        '平安花园 5 号楼 1 楼',
        '全天有人，维修 8:00–18:00',
      ),
      entry(
        'health',
        '平安里卫生站',
        '0631-0000122',
        '量血压、测血糖、取药',
        '平安路 8 号',
        '每天 8:00–17:00',
      ),
      entry(
        'elder_care',
        '平安里幸福食堂',
        '0631-0000123',
        '60 岁以上优惠，可以送餐',
        '平安路 10 号',
        '午餐 11:00–13:00，晚餐 17:00–18:30',
      ),
    ],
  ],
  [
    liulin,
    'zhao',
    [
      entry('office', '柳林社区居委会', '0631-0000102', '社区的事都可以问', '柳林路 1 号', workdays),
      entry('health', '柳林卫生站', '0631-0000132', '量血压、取药', '柳林路 2 号', '每天 8:00–17:00'),
    ],
  ],
]

/** Whom people of the street and its communities can call. Can be repeated. */
export async function listPlaces(at: Date): Promise<void> {
  for (const [placeId, keeper, entries] of places)
    for (const [index, said] of entries.entries()) {
      const requestId = `demo-directory-${placeId.split('.').at(-1)}-${index}`
      await act('directory.add', add, keeper, { ...said, requestId, placeId, agreed: true }, at)
    }
}
