import { useEffect, useRef } from 'react'

const steps: Record<string, 1 | -1> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/**
 * Moves through the rows of a list: ↓ or j to the next, ↑ or k to the one before; Enter opens, as on everything that
 * can be tapped. Escape leads from what a row opened back to the row, and from the row to `onBack`.
 * @param row selector of a row; the one that is shown has `is-on`
 */
export const useRowKeys = (row: string, onBack: () => void): void => {
  const back = useRef(onBack)
  back.current = onBack
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const rows = rowsOnScreen(row)
      if (rows.length === 0 || isElsewhere(event)) return
      const at = rows.findIndex((one) => one === document.activeElement)
      if (event.key === 'Escape') return escape(rows, at, back.current)
      const step = isTyping(event.target) ? undefined : steps[event.key]
      if (!step) return
      event.preventDefault()
      focus(rows[nextOf(rows, at, step)])
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [row])
}

/** Puts the keyboard where a row has opened something. */
export const goBeside = (column: string): void => {
  const found = [...document.querySelectorAll<HTMLElement>(column)].find(isShown)
  found?.setAttribute('tabindex', '-1')
  found?.focus({ preventScroll: true })
}

/** From outside of the list to the row that is shown, else to the first. */
function nextOf(rows: readonly HTMLElement[], at: number, step: 1 | -1): number {
  if (at >= 0) return Math.min(rows.length - 1, Math.max(0, at + step))
  return Math.max(0, rows.findIndex(isOn))
}

function escape(rows: readonly HTMLElement[], at: number, onBack: () => void): void {
  if (at >= 0) return onBack()
  focus(rows.find(isOn))
}

/** Pages below the one on the screen stay in the document. */
const rowsOnScreen = (row: string) => [...document.querySelectorAll<HTMLElement>(row)].filter(isShown)

const isShown = (element: HTMLElement) => element.offsetParent !== null
const isOn = (element: HTMLElement) => element.classList.contains('is-on')

/** A shortcut of the browser's, or a sheet that has its own keys. */
const isElsewhere = (event: KeyboardEvent) =>
  event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"]') !== null

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

function focus(row: HTMLElement | undefined): void {
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
}
