import type { Input, Output } from '@contract/index'
import { oneLine, plainText } from '@/services/text'

export type Minutes = NonNullable<Output<'meetings.minutes'>['minutes']>

/** What the editor holds. A day is `YYYY-MM-DD`, empty while none is chosen. */
export interface MinutesDraft {
  text: string
  decisions: string[]
  actions: { text: string; owner: string; dueOn: string }[]
}

/** The start, or what stands at the server. */
export const draftOf = (minutes: Minutes | null): MinutesDraft => ({
  text: minutes?.text ?? '',
  decisions: minutes?.decisions ?? [],
  actions: (minutes?.actions ?? []).map(({ text, owner, dueOn }) => ({ text, owner, dueOn: dueOn ?? '' })),
})

/** The draft as the server takes it; lines that are empty are left out. */
export const fieldsOf = (
  draft: MinutesDraft,
): Pick<Input<'meetings.writeMinutes'>, 'text' | 'decisions' | 'actions'> => ({
  text: plainText(draft.text),
  decisions: draft.decisions.map(oneLine).filter(Boolean),
  actions: draft.actions
    .map(({ text, owner, dueOn }) => ({ text: oneLine(text), owner: oneLine(owner), dueOn: dueOn || null }))
    .filter(({ text, owner }) => text !== '' || owner !== ''),
})

/** What must be mended first; null when it can be sent. */
export const problemOf = (draft: MinutesDraft): string | null => {
  const { text, decisions, actions } = fieldsOf(draft)
  if (actions.some((action) => action.text === '')) return '要办的事，有一件没写是什么'
  if (actions.some((action) => action.owner === '')) return '要办的事，有一件没写谁去办'
  return text === '' && decisions.length === 0 && actions.length === 0 ? '先写点内容' : null
}
