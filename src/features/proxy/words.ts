import type { Output } from '@contract/index'
import type { ChipTone } from '@/ui/chip'

export type ProxyRecord = Output<'proxy.records'>['records'][number]
export type Objection = Output<'proxy.objections'>['objections'][number]
type Kept = Pick<ProxyRecord, 'as' | 'helperName' | 'why' | 'note' | 'agreed'>

const helperWords: Record<ProxyRecord['as'], string> = {
  community_worker: '社区工作者',
  grid_worker: '网格员',
  building_leader: '楼长',
  family: '家人',
}

/** 社区工作者陈** */
export const sayHelper = ({ as, helperName }: Pick<Kept, 'as' | 'helperName'>): string =>
  `${helperWords[as]}${helperName}`

const whyWords: Record<ProxyRecord['why'], string> = {
  no_phone: '不用智能手机',
  eyes: '看不清屏幕',
  hands: '手不方便',
  unsure: '怕点错',
  away: '人不在手机旁',
  other: '别的原因',
}

const agreedWords: Record<ProxyRecord['agreed'], string> = { in_person: '当面说好', by_phone: '电话里说好' }

export const whyOptions = optionsOf(whyWords)
export const agreedOptions = optionsOf(agreedWords)

/** 看不清屏幕，当面说好 */
export const sayWhy = ({ why, note, agreed }: Kept): string =>
  [whyWords[why], note, agreedWords[agreed]].filter(Boolean).join('，')

export const stateWords: Record<ProxyRecord['state'], { text: string; tone: ChipTone }> = {
  open: { text: '正在代办', tone: 'warn' },
  ended: { text: '等你确认', tone: 'info' },
  confirmed: { text: '已确认', tone: 'accent' },
  objected: { text: '等社区答复', tone: 'bad' },
  settled: { text: '社区已答复', tone: 'plain' },
  lapsed: { text: '未确认', tone: 'plain' },
}

export const outcomeWords: Record<ProxyRecord['acts'][number]['outcome'], string> = {
  done: '',
  refused: '没办成',
  unclear: '不确定办成没有',
}

function optionsOf<Value extends string>(
  words: Record<Value, string>,
): readonly { value: Value; text: string }[] {
  return (Object.entries(words) as [Value, string][]).map(([value, text]) => ({ value, text }))
}
