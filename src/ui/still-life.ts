import type { IconName } from './icon-names'

interface StillLife {
  icon: IconName
  tone: 'green' | 'sand' | 'sky'
}

/** What community shops give away, by a word of its name. The first that fits counts. */
const drawings: readonly [RegExp, StillLife][] = [
  [/米|面|粮/, { icon: 'wheat', tone: 'sand' }],
  [/油(?!烟)/, { icon: 'droplets', tone: 'sand' }],
  [/蛋/, { icon: 'egg', tone: 'sand' }],
  [/灯|电/, { icon: 'lightbulb', tone: 'sand' }],
  [/理发|剪/, { icon: 'scissors', tone: 'sky' }],
  [/清洗|保洁|打扫|油烟/, { icon: 'sparkles', tone: 'sky' }],
  [/洗|皂|牙/, { icon: 'washing-machine', tone: 'sky' }],
  [/纸|毛巾/, { icon: 'scroll', tone: 'green' }],
  [/书|课|票/, { icon: 'book-open', tone: 'sky' }],
  [/伞/, { icon: 'umbrella', tone: 'sky' }],
  [/垃圾袋/, { icon: 'trash-2', tone: 'green' }],
]

/** A drawing for an item without a photo, so that a list can still be looked at rather than read. */
export const stillLifeOf = (name: string): StillLife =>
  drawings.find(([words]) => words.test(name))?.[1] ?? { icon: 'package', tone: 'green' }
