import { forget } from '../storage'

/** What this visit knows: a browser that refuses to keep more still uploads it. */
export const known = new Map<string, string>()
export const nameOf = (key: string) => `draft.own.photo.${key}`

export const dropKeptPhoto = (key: string): void => {
  known.delete(key)
  forget(nameOf(key))
}
