import type { Output } from '@contract/index'
import { sayDay } from '@/services/format'
import type { ChipTone } from './chip'
import type { IconName } from './icon-names'

/** A case as a list shows it. */
export type CaseBrief = Output<'affairs.mine'>['cases'][number]
export type CaseCategory = CaseBrief['category']

/** What a case is about, in the order of the form. */
export const categories: readonly { value: CaseCategory; text: string; icon: IconName }[] = [
  { value: 'facilities', text: '公共设施', icon: 'lightbulb' },
  { value: 'sanitation', text: '环境卫生', icon: 'trash-2' },
  { value: 'parking', text: '停车', icon: 'car' },
  { value: 'noise', text: '噪声', icon: 'volume-2' },
  { value: 'safety', text: '安全隐患', icon: 'shield-alert' },
  { value: 'property', text: '物业', icon: 'building-2' },
  { value: 'services', text: '便民服务', icon: 'handshake' },
  { value: 'other', text: '其他', icon: 'ellipsis' },
]

export const categoryOf = (value: CaseCategory) =>
  categories.find((one) => one.value === value) ?? { value, text: '其他', icon: 'ellipsis' as const }

export const kindWords: Record<CaseBrief['kind'], string> = { report: '随手拍', suggestion: '建言' }

/** How a case ended. 办结 is none of these words: closed, solved and satisfied are three things. */
export const outcomeWords: Record<NonNullable<CaseBrief['outcome']>, { text: string; tone: ChipTone }> = {
  solved: { text: '已解决', tone: 'accent' },
  partly: { text: '部分解决', tone: 'info' },
  refused: { text: '不能办理', tone: 'plain' },
  withdrawn: { text: '已撤回', tone: 'plain' },
}

/** How a case stands, in a word. */
export const stateOf = ({ state, outcome }: Pick<CaseBrief, 'state' | 'outcome'>) => {
  const ended = outcome === null ? null : outcomeWords[outcome]
  if (state === 'submitted') return { text: '等待受理', tone: 'info' as const }
  if (state === 'accepted') return { text: '已受理', tone: 'accent' as const }
  if (state === 'dispatched') return { text: '办理中', tone: 'accent' as const }
  if (state === 'answered') return { text: `已答复：${ended?.text ?? ''}`, tone: ended?.tone ?? 'plain' }
  return { text: ended ? `已结束：${ended.text}` : '已结束', tone: 'plain' as const }
}

/** Until when something happens; null once it was answered. */
export const dueWords = ({ state, dueOn, overdue }: CaseBrief): string | null => {
  if (dueOn === null) return null
  const what = state === 'submitted' ? '受理' : '答复'
  return overdue ? `已过期限，原定${spaced(dueOn)}${what}` : `最晚${spaced(dueOn)}${what}`
}

/** A day after a word: 最晚明天, 最晚 12 月 5 日. */
export const spaced = (day: string): string => sayDay(day).replace(/^(?=\d)/, ' ')

/** 幸福小区 7 号楼 · 楼道 */
export const placeWords = ({ compound, building, note }: CaseBrief['place']): string =>
  [[compound, building === null ? '' : sayBuilding(building)].filter(Boolean).join(' '), note]
    .filter(Boolean)
    .join(' · ')

/** 7 号楼; a building that has a name keeps it. */
export const sayBuilding = (building: string): string =>
  /^[\dA-Za-z-]+$/.test(building) ? `${building} 号楼` : building
