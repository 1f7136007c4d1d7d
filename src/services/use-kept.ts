import { useCallback, useRef, useState } from 'react'
import { forget, forgetAll, readStored, store } from './storage'

/** Names of all that a person is writing and has not sent; gone when another person uses the device. */
const prefix = 'draft.own.'

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
  const key = `${prefix}${name}`
  // Fields that a newer version added are there too.
  const [value, setValue] = useState<Value>(() => ({ ...initial, ...readStored<Value>(key) }))
  const latest = useRef(value)
  const read = useCallback(() => latest.current, [])
  const put = useCallback((next: Value) => {
    latest.current = next
    setValue(next)
  }, [])
  const change = useCallback(
    (fields: Partial<Value>) => {
      const next = { ...latest.current, ...fields }
      store(key, next)
      put(next)
    },
    [key, put],
  )
  const first = useRef(initial)
  const restart = useCallback(() => {
    forget(key)
    put(first.current)
  }, [key, put])
  return { value, read, change, restart }
}

/** Another person uses this device from now on. */
export const forgetKept = (): void => forgetAll(prefix)
