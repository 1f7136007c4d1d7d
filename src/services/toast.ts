import { create } from 'zustand'

/** Milliseconds; long enough to read two short sentences. */
const shownMs = 3500

/** The one short message on the screen. Drawn by every page (`ui/toaster.tsx`). */
export const useToast = create<{ text: string | null; turn: number }>(() => ({ text: null, turn: 0 }))

/** Says a short thing that needs no answer. */
export const toast = (text: string): void => {
  const turn = useToast.getState().turn + 1
  useToast.setState({ text, turn })
  setTimeout(() => {
    if (useToast.getState().turn === turn) useToast.setState({ text: null })
  }, shownMs)
}
