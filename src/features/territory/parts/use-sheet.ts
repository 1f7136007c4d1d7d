import { useState } from 'react'
import { toast } from '@/services/toast'

/** A sheet that asks and sends: what is wrong, and that it closes once it was done. */
export const useSheet = (onClose: () => void) => {
  const [trouble, setTrouble] = useState<string | null>(null)
  /** @param wrong what must be mended first; null when nothing */
  const send = async (wrong: string | null, run: () => Promise<string | null>) => {
    const why = wrong ?? (await run())
    setTrouble(why)
    if (why === null) return onClose()
    toast(why)
  }
  return { trouble, send }
}
