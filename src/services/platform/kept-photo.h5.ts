import { readStored, store } from '../storage'
import { known, nameOf } from './drop-photo'

/** Keeps a JPEG on the device until it is uploaded. @param key of the photo in its draft */
export const keepPhoto = (key: string, base64: string): void => {
  known.set(key, base64)
  store(nameOf(key), base64)
}

/** @returns base64; null when the device has lost it */
export const readKeptPhoto = (key: string): string | null => known.get(key) ?? readStored<string>(nameOf(key))

/** Where to show it from; null when the device has lost it. */
export const keptPhotoUrl = (key: string): string | null => {
  const base64 = readKeptPhoto(key)
  return base64 === null ? null : `data:image/jpeg;base64,${base64}`
}
