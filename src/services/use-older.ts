import { useCallback, useRef, useState } from 'react'
import { useReachBottom } from '@tarojs/taro'

/** One page of a list that goes back in time. `Before` says where the next one starts. */
export interface OlderPage<Row, Before = number> {
  rows: Row[]
  /** Hand this on to get older rows; null at the end. */
  nextBefore: Before | null
}

export interface OlderRows<Row> {
  rows: Row[]
  /** false at the end of the list. */
  hasMore: boolean
  /** The last attempt to get older rows failed. */
  failed: boolean
  loadMore: () => Promise<void>
  /**
   * What became of rows beyond the first page, which is fetched anew by itself.
   * @param become null: it is no longer in the list
   */
  change: (become: (row: Row) => Row | null) => void
}

/**
 * A first page and the older ones that follow, fetched as the person scrolls to the end. What was fetched stays when the
 * first page has changed.
 * @param fetchOlder null when it did not work; another function asks for another list
 */
export const useOlder = <Row extends object, Before = number>(
  first: OlderPage<Row, Before>,
  fetchOlder: (before: Before) => Promise<OlderPage<Row, Before> | null>,
): OlderRows<Row> => {
  const [loaded, setLoaded] = useState<Loaded<Row, Before> | null>(null)
  const [failed, setFailed] = useState(false)
  const busy = useRef(false)
  const held = first.nextBefore !== null && loaded?.by === fetchOlder ? loaded : null
  const older = held && rowsBelow(first.rows, held.rows)

  const { nextBefore } = older ? held : first
  const loadMore = async () => {
    if (nextBefore === null || busy.current) return
    busy.current = true
    const page = await fetchOlder(nextBefore)
    busy.current = false
    setFailed(page === null)
    if (page)
      setLoaded((old) => ({
        rows: [...(older && old ? old : first).rows, ...page.rows],
        nextBefore: page.nextBefore,
        by: fetchOlder,
      }))
  }
  useReachBottom(() => void loadMore())
  const change = useCallback(
    (become: (row: Row) => Row | null) =>
      setLoaded((old) => old && { ...old, rows: old.rows.map(become).filter((row) => row !== null) }),
    [],
  )

  return {
    rows: [...first.rows, ...(older ?? [])],
    hasMore: nextBefore !== null,
    failed,
    loadMore,
    change,
  }
}

/** All that was fetched, from the first page as it was at that time. */
interface Loaded<Row, Before> extends OlderPage<Row, Before> {
  by: unknown
}

/** What follows the first page in what was fetched before it; null when nothing tells where it does. */
const rowsBelow = <Row extends object>(first: Row[], fetched: Row[]): Row[] | null => {
  const [above, ids] = [first.map(idOf), fetched.map(idOf)]
  const seam = [...above].reverse().find((id) => ids.includes(id))
  if (seam === undefined) return null
  return fetched.slice(ids.indexOf(seam) + 1).filter((row) => !above.includes(idOf(row)))
}

/** A row without an id never changes. */
const idOf = (row: object): unknown => ('id' in row ? row.id : JSON.stringify(row))
