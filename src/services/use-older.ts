import { useCallback, useEffect, useRef, useState } from 'react'
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
 * A first page and the older ones that follow, fetched as the person scrolls to the end.
 * @param fetchOlder null when it did not work
 */
export const useOlder = <Row, Before = number>(
  first: OlderPage<Row, Before>,
  fetchOlder: (before: Before) => Promise<OlderPage<Row, Before> | null>,
): OlderRows<Row> => {
  const [older, setOlder] = useState<OlderPage<Row, Before> | null>(null)
  const [failed, setFailed] = useState(false)
  const busy = useRef(false)
  const turn = useRef(0)
  const newest = JSON.stringify(first.rows[0] ?? null)
  // Something new at the top moves every later page: they are fetched anew when asked for.
  useEffect(() => {
    turn.current += 1
    setOlder(null)
  }, [newest, first.nextBefore])

  const nextBefore = older ? older.nextBefore : first.nextBefore
  const loadMore = useCallback(async () => {
    if (nextBefore === null || busy.current) return
    busy.current = true
    const asked = turn.current
    const page = await fetchOlder(nextBefore)
    busy.current = false
    // It was to follow rows that are gone meanwhile.
    if (asked !== turn.current) return
    setFailed(page === null)
    if (page) setOlder((old) => ({ rows: [...(old?.rows ?? []), ...page.rows], nextBefore: page.nextBefore }))
  }, [fetchOlder, nextBefore])
  useReachBottom(() => void loadMore())
  const change = useCallback(
    (become: (row: Row) => Row | null) =>
      setOlder((old) => old && { ...old, rows: old.rows.map(become).filter((row) => row !== null) }),
    [],
  )

  return {
    rows: [...first.rows, ...(older?.rows ?? [])],
    hasMore: nextBefore !== null,
    failed,
    loadMore,
    change,
  }
}
