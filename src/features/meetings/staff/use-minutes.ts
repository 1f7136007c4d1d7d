import { useState } from 'react'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { draftOf, fieldsOf, problemOf, type Minutes, type MinutesDraft } from './minutes-draft'

interface Wishes {
  meetingId: string
  /** What stands at the server; null before the first draft. */
  minutes: Minutes | null
  onSaved: (minutes: Minutes) => void
  reload: () => Promise<void>
}

export interface MinutesWork {
  draft: MinutesDraft
  minutes: Minutes | null
  /** The action items became cases: they stay as they were published. */
  fixed: boolean
  /** Nothing is written that the server does not have. */
  saved: boolean
  busy: boolean
  trouble: string | null
  change: (fields: Partial<MinutesDraft>) => void
  save: () => Promise<Minutes | null>
  /** Saves what is not saved, and shows it to everybody. */
  publish: () => Promise<void>
}

/** The minutes in the making. What is not saved is kept on the device. */
export const useMinutes = ({ meetingId, minutes, onSaved, reload }: Wishes): MinutesWork => {
  const unsaved = useUnsaved(meetingId, minutes)
  const [trouble, setTrouble] = useState<string | null>(null)
  const writing = useAction('meetings.writeMinutes')
  const publishing = useAction('meetings.publishMinutes')
  const complain = (words: string): null => {
    setTrouble(words)
    toast(words)
    return null
  }
  const settle = (saved: Minutes): Minutes => {
    unsaved.forget()
    onSaved(saved)
    return saved
  }
  const save = async (): Promise<Minutes | null> => {
    const { draft, seen } = unsaved.read()
    const problem = problemOf(draft)
    setTrouble(null)
    if (problem) return complain(problem)
    const reply = await writing.run({ meetingId, seen, ...fieldsOf(draft) })
    if (!reply || reply.ok) return reply && settle(reply.data)
    if (reply.code !== 'CHANGED_MEANWHILE') return complain(sentenceOf(reply))
    await reload()
    unsaved.goOnTopOfLatest()
    return complain('别人刚改过纪要，你写的都还在。和他商量好，再存一次就以你写的为准')
  }
  const publish = async () => {
    const latest = unsaved.saved && minutes ? minutes : await save()
    if (!latest) return
    const reply = await publishing.run({ meetingId, version: latest.version })
    if (!reply?.ok) return void (reply && complain(sentenceOf(reply)))
    settle(reply.data)
    toast('已发布。要办的事都立了案，办到哪一步会显示在会议页')
  }
  const busy = writing.busy || publishing.busy
  const { draft, saved, change } = unsaved
  return { draft, minutes, fixed: fixedOf(minutes), saved, busy, trouble, change, save, publish }
}

/** Once one of them became a case, none can be changed and none added. */
const fixedOf = (minutes: Minutes | null): boolean =>
  Boolean(minutes?.publishedAt) && (minutes?.actions.length ?? 0) > 0

/** What is written and not saved; `seen` is the version that it goes on top of, null while nothing is written. */
type Unsaved = MinutesDraft & { seen: number | 'latest' | null }

const nothing: Unsaved = { text: '', decisions: [], actions: [], seen: null }

/** The draft: what was written since the last save, else what stands at the server. */
const useUnsaved = (meetingId: string, minutes: Minutes | null) => {
  const kept = useKept<Unsaved>(`minutes.${meetingId}`, nothing)
  const version = minutes?.version ?? 0
  const read = () => {
    const { seen, ...written } = kept.read()
    const draft = seen === null ? draftOf(minutes) : written
    return { draft, seen: typeof seen === 'number' ? seen : version }
  }
  return {
    read,
    draft: read().draft,
    saved: kept.value.seen === null,
    change: (fields: Partial<MinutesDraft>) =>
      kept.change({ ...read().draft, ...fields, seen: kept.read().seen ?? version }),
    goOnTopOfLatest: () => kept.change({ seen: 'latest' }),
    forget: kept.restart,
  }
}
