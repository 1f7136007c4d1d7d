import { useState } from 'react'
import { sentenceOf } from '@/services/messages'
import { buzz } from '@/services/platform/device'
import { scanCode } from '@/services/platform/scan'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { codeIn } from '@/services/scanned-code'
import { wrongCode } from '../use-check-in'

export interface ScanWork {
  busy: boolean
  /** What came of the last code; null before one. */
  said: { ok: boolean; text: string } | null
  send: (scanned: string) => Promise<void>
  /** Opens the camera, and sends what it reads. */
  scan: () => Promise<void>
}

/** Checks members in by the codes on their phones. */
export const useScanMember = (meetingId: string, onDone: () => Promise<void>): ScanWork => {
  const { busy, run } = useAction('meetings.scanMember')
  const [said, setSaid] = useState<ScanWork['said']>(null)
  const send = async (scanned: string) => {
    const reply = await run({ meetingId, code: codeIn(scanned) })
    if (!reply) return
    if (reply.ok) buzz()
    const text = reply.ok
      ? `${[reply.data.place, reply.data.name].filter(Boolean).join(' ')} 已签到`
      : sentenceOf(wrongCode(reply))
    setSaid({ ok: reply.ok, text })
    toast(text)
    await onDone()
  }
  const scan = async () => {
    const scanned = await scanCode()
    if (scanned !== null) await send(scanned)
  }
  return { busy, said, send, scan }
}
