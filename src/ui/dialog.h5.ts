import { useEffect, useRef, type RefObject } from 'react'

/** The web's attributes of a dialog. */
export const dialogProps = (label: string): Record<string, unknown> => ({
  role: 'dialog',
  'aria-modal': 'true',
  'aria-label': label,
  tabIndex: -1,
})

/** Closing by a tap beside the dialog is a shortcut: a screen reader is told of the cross alone. */
export const veilProps: Record<string, string> = { role: 'presentation' }

/**
 * Moves the keyboard into the dialog while it is open, keeps Tab inside, closes on Escape, and goes back to
 * where the keyboard was.
 */
export const useDialog = (open: boolean, onClose: () => void): RefObject<HTMLElement> => {
  const panel = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    if (!open) return undefined
    const before = document.activeElement
    panel.current?.focus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab') keepInside(panel.current, event)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [open])
  return panel
}

const keepInside = (panel: HTMLElement | null, event: KeyboardEvent) => {
  const stops = [...(panel?.querySelectorAll<HTMLElement>('[tabindex="0"], input, textarea') ?? [])]
  const edge = event.shiftKey ? stops[0] : stops.at(-1)
  const outside = !panel?.contains(document.activeElement) || document.activeElement === panel
  if (document.activeElement !== edge && !(outside && event.shiftKey)) return
  event.preventDefault()
  const target = event.shiftKey ? stops.at(-1) : stops[0]
  target?.focus()
}
