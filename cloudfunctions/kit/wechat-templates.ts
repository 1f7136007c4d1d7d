import { messageKinds } from '../contract/inbox'
import { chinaMinute } from './time'

export type WxKind = (typeof messageKinds)[number]

/** A template of WeChat's messages, chosen in its console, with its names for what it shows. */
export interface WxTemplate {
  kind: WxKind
  id: string
  /** e.g. `thing1`, `time2`, `thing3`. */
  fields: { title: string; at: string; text: string }
}

/** What a message shows. */
export interface WxWords {
  title: string
  text: string
  at: Date
}

/** Longest `thing` that WeChat takes, in characters. */
const thingLength = 20

/** `WX_TEMPLATE_ANSWER=<id>,thing1,time2,thing3`, and so for each kind. What is incomplete counts as absent. */
export function templatesOf(environment: Record<string, string | undefined>): WxTemplate[] {
  return messageKinds.flatMap((kind) => {
    const setting = environment[`WX_TEMPLATE_${kind.toUpperCase()}`] ?? ''
    const [id, title, at, text] = setting.split(',').map((part) => part.trim())
    return id && title && at && text ? [{ kind, id, fields: { title, at, text } }] : []
  })
}

/** The fields of a message, in the words and the form that WeChat takes. */
export const dataOf = ({ fields }: WxTemplate, { title, text, at }: WxWords) => ({
  [fields.title]: { value: thing(title) },
  [fields.at]: { value: chinaMinute(at) },
  [fields.text]: { value: thing(text) },
})

/** As much of a text as WeChat takes; it counts characters and refuses line breaks. */
export function thing(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length <= thingLength
    ? characters.join('')
    : `${characters.slice(0, thingLength - 1).join('')}…`
}
