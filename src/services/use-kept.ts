import { useCallback, useRef, useState } from 'react'
import { useActing } from './acting'
import { draftKey } from './drafts'
import { forget, readStored, store } from './storage'

export interface Kept<Value> {
  value: Value
  /** The latest value, also between two drawings of the page. */
  read: () => Value
  /** Changes some fields; what results is on the device before this returns. */
  change: (fields: Partial<Value>) => void
  /** Back to the start, and nothing is kept. */
  restart: () => void
}

/**
 * What somebody is writing, kept on the device with each change: a crash, a call or an empty battery loses
 * nothing. @param name what it is a draft of, e.g. `case.report`
 */
export const useKept = <Value extends object>(name: string, initial: Value): Kept<Value> => {
  const key = useActing(() => draftKey(name))
  const [, redraw] = useState<Value>()
  const first = useRef(initial).current
  const latest = useRef({ key: '', value: first }).current
  // In another name nothing is shown of what was written in the one before.
  if (latest.key !== key) {
    latest.key = key
    // Fields that a newer version added are there too.
    latest.value = { ...first, ...readStored<Value>(key) }
  }
  const read = useCallback(() => latest.value, [latest])
  const put = useCallback(
    (next: Value | null) => {
      // An answer that comes after the acting ended must not bring the resident's words back to this device.
      if (draftKey(name) !== key) return
      if (next) store(key, next)
      else forget(key)
      redraw((latest.value = next ?? first))
    },
    [name, key, latest, first],
  )
  const change = useCallback((fields: Partial<Value>) => put({ ...latest.value, ...fields }), [put, latest])
  const restart = useCallback(() => put(null), [put])
  return { value: latest.value, read, change, restart }
}
