import { useCallback, useRef, useState } from 'react'
import { useActing } from './acting'
import { dropKeptPhoto } from './platform/kept-photo'
import { forget, readStored, store, storedNames } from './storage'

/** Names of all that a person is writing and has not sent; gone when another person uses the device. */
const own = 'draft.own.'

/** Of what a helper is writing for a resident (代办); gone when that ends, while the helper's own stays. */
const actingPrefix = 'draft.for.'

type Acting = ReturnType<typeof useActing.getState>

const keyOf = ({ session }: Acting, name: string): string =>
  session ? `${actingPrefix}${session.id}.${name}` : `${own}${name}`

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
  const key = useActing((acting) => keyOf(acting, name))
  const [, redraw] = useState<Value>()
  const first = useRef(initial)
  const latest = useRef<{ key: string; value: Value }>()
  // In another name nothing is shown of what was written in the one before.
  if (latest.current?.key !== key) {
    // Fields that a newer version added are there too.
    latest.current = { key, value: { ...first.current, ...readStored<Value>(key) } }
  }
  const current = latest.current
  const read = useCallback(() => latest.current?.value ?? first.current, [])
  const put = useCallback(
    (next: Value) => {
      latest.current = { key, value: next }
      redraw(next)
    },
    [key],
  )
  const change = useCallback(
    (fields: Partial<Value>) => {
      // An answer that came after the acting ended must not bring the resident's words back to this device.
      if (keyOf(useActing.getState(), name) !== key) return
      const next = { ...read(), ...fields }
      store(key, next)
      put(next)
    },
    [name, key, read, put],
  )
  const restart = useCallback(() => {
    forget(key)
    if (keyOf(useActing.getState(), name) === key) put(first.current)
  }, [name, key, put])
  return { value: current.value, read, change, restart }
}

/** Another person uses this device from now on. */
export const forgetKept = (): void => {
  forgetStarting(own)
  forgetStarting(actingPrefix)
}

/** Another name from here on: the helper's own drafts wait, but not where he or she went last (`useRecent`). */
export const forgetActed = (): void => {
  forgetStarting(actingPrefix)
  forgetStarting(`${own}buildings.`)
}

/** Drafts with their photos, which WeChat keeps as files. */
const forgetStarting = (prefix: string) => {
  for (const key of storedNames(prefix)) {
    readStored<{ photos?: { key: string }[] }>(key)?.photos?.forEach((photo) => dropKeptPhoto(photo.key))
    forget(key)
  }
}
