import { useState } from 'react'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { changedWords, useKeptEdit } from '@/services/use-kept-edit'
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
  const kept = useKeptEdit(`minutes.${meetingId}`, minutes?.version ?? 0, draftOf(minutes))
  const [trouble, setTrouble] = useState<string | null>(null)
  const writing = useAction('meetings.writeMinutes')
  const publishing = useAction('meetings.publishMinutes')
  const complain = (words: string): null => {
    setTrouble(words)
    toast(words)
    return null
  }
  const settle = (saved: Minutes): Minutes => {
    kept.restart()
    onSaved(saved)
    return saved
  }
  const save = async (): Promise<Minutes | null> => {
    const draft = kept.read()
    const problem = problemOf(draft)
    setTrouble(null)
    if (problem) return complain(problem)
    const reply = await writing.run({ meetingId, seen: kept.seen(), ...fieldsOf(draft) })
    if (!reply || reply.ok) return reply && settle(reply.data)
    if (reply.code !== 'CHANGED_MEANWHILE') return complain(sentenceOf(reply))
    await kept.goOnTop(reload)
    return complain(changedWords)
  }
  const publish = async () => {
    const latest = kept.saved && minutes ? minutes : await save()
    if (!latest) return
    const reply = await publishing.run({ meetingId, version: latest.version })
    if (!reply?.ok) return void (reply && complain(sentenceOf(reply)))
    settle(reply.data)
    toast('已发布。要办的事都立了案，办到哪一步会显示在会议页')
  }
  const busy = writing.busy || publishing.busy
  const { value: draft, saved, change } = kept
  return { draft, minutes, fixed: fixedOf(minutes), saved, busy, trouble, change, save, publish }
}

/** Once one of them became a case, none can be changed and none added. */
const fixedOf = (minutes: Minutes | null): boolean =>
  Boolean(minutes?.publishedAt) && (minutes?.actions.length ?? 0) > 0
