import { useState } from 'react'
import type { Input } from '@contract/index'
import { call } from '@/services/call'
import { sentenceOf } from '@/services/messages'
import { saveFile } from '@/services/platform/save-file'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { buildToEnd } from './build-to-end'
import type { Export } from './words'

export interface Making {
  /** What is made now, as far as it is; null while nothing is. */
  now: Export | null
  /** Something is asked for, made or fetched. */
  busy: boolean
  ask: (what: Input<'exports.ask'>['what']) => Promise<void>
  goOn: (one: Export) => Promise<void>
  fetch: (one: Export) => Promise<void>
}

/** From a wish to a workbook in one's hands. @param reload fetches the list again */
export const useMaking = (communityId: string, reload: () => Promise<void>): Making => {
  const { run } = useAction('exports.ask')
  const [now, setNow] = useState<Export | null>(null)
  const [busy, setBusy] = useState(false)
  const during = async (work: () => Promise<string | null>) => {
    if (busy) return
    setBusy(true)
    const said = await work()
    setNow(null)
    setBusy(false)
    if (said) toast(said)
    await reload()
  }
  const build = async (begun: Export) => {
    setNow(begun)
    const step = () => call('exports.build', { communityId, exportId: begun.id })
    let last = begun
    const failure = await buildToEnd(step, (next) => setNow((last = next)))
    if (failure) return sentenceOf(failure)
    return last.state === 'failed' ? '没做成，请再导出一次' : `做好了，${last.rows} 行`
  }
  return {
    now,
    busy,
    ask: (what) =>
      during(async () => {
        const reply = await run({ communityId, what })
        if (!reply) return null
        return reply.ok ? build(reply.data) : sentenceOf(reply)
      }),
    goOn: (one) => during(() => build(one)),
    fetch: (one) =>
      during(async () => {
        const reply = await call('exports.handOut', { communityId, exportId: one.id })
        if (!reply.ok) return sentenceOf(reply)
        const isThere = await saveFile(reply.data.url, reply.data.fileName)
        return isThere ? null : '没取下来，看看网络，再点一次'
      }),
  }
}
