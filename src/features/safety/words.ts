import type { Input, Output } from '@contract/index'
import { limits } from '@contract/limits'

export type Answer = Output<'safety.queue'>
/** Something that waits to be looked at. */
export type HeldThing = Answer['things'][number]
export type QueueView = Input<'safety.queue'>['view']

/** What it is, and who sees it once it has passed. */
export const kindWords: Record<HeldThing['kind'], { text: string; seenBy: string }> = {
  topic: { text: '议题', seenBy: '通过后，大家在会议页面看得到' },
  notice: { text: '公示通知', seenBy: '通过后，首页看得到' },
  answer: { text: '公开的答复', seenBy: '通过后，放到「邻居们的建议和答复」' },
  photo: { text: '诉求照片', seenBy: '通过后，办理的网格员和物业看得到' },
  notice_photo: { text: '通知照片', seenBy: '通过后，看通知的人都看得到' },
}

/** The fields of what was written, where there is more than one. */
export const fieldWords: Record<string, string> = {
  title: '标题',
  text: '内容',
  'publish.question': '公开的问题',
  'publish.answer': '公开的答复',
}

/** What a refusal usually says; one tap fills it in. */
export const usualReasons = ['写了联系方式', '像是广告', '有不文明的话', '透露了别人的隐私'] as const

export const viewWords: Record<QueueView, { text: string; empty: string; note: string }> = {
  review: {
    text: '等你看',
    empty: '没有等你看的',
    note: '机器拿不准的内容会到这里。通过前，只有写的人和工作人员看得到',
  },
  checking: {
    text: '等机器查',
    empty: '没有在等的',
    note: '新照片和没查成的内容在这里，过一会儿自动再查',
  },
}

/** A bounded count. */
export const countWords = (count: number): string =>
  count >= limits.safety.counted ? `${limits.safety.counted}+` : `${count}`
