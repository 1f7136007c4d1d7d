import { useKept, type Kept } from './use-kept'

/** Said after `goOnTop`. */
export const changedWords = '别人刚改过。你改的都还在，其余换成了最新的，看一眼再存一次'

/** Changes to something that is there; see `useKeptEdit`. */
export interface KeptEdit<Value> extends Kept<Value> {
  /** Whether nothing is written that the server does not have. */
  saved: boolean
  /** The version that what is written goes on top of: what is sent, so that a later one of somebody else is not lost. */
  seen: () => number
  /** Somebody else changed it: fetches the latest, which what is written goes on top of from now on. */
  goOnTop: (reload: () => Promise<void>) => Promise<void>
}

/**
 * What somebody changes, kept as by `useKept`: the fields that they wrote, over what is there now.
 * @param version of what is there, 0 for something new
 */
export const useKeptEdit = <Value extends object>(
  name: string,
  version: number,
  present: Value,
): KeptEdit<Value> => {
  const kept = useKept<{ written?: Partial<Value>; seen?: number | null }>(name, {})
  const read = () => ({ ...present, ...kept.read().written })
  const seen = () => kept.read().seen ?? version
  return {
    value: read(),
    read,
    seen,
    saved: !kept.value.written,
    change: (fields) => kept.change({ written: { ...kept.read().written, ...fields }, seen: seen() }),
    goOnTop: async (reload) => {
      await reload()
      kept.change({ seen: null })
    },
    restart: kept.restart,
  }
}
