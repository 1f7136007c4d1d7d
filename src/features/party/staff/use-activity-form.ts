import { useState } from 'react'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { changedWords, useKeptEdit } from '@/services/use-kept-edit'
import { oneLine, staffWords } from '../refusals'
import { detailsOf, draftFor, draftOf, problemsOf, type ActivityDraft, type Problems } from './activity-draft'
import type { StaffActivity } from './staff-types'

export interface ActivityForm {
  communityId: string
  draft: ActivityDraft
  /** null: a new one. */
  activity: StaffActivity | null
  /** Words for the fields, once somebody tried to send. */
  problems: Problems
  busy: boolean
  /** Why the last try did not work; null when nothing is wrong. */
  trouble: string | null
  change: (fields: Partial<ActivityDraft>) => void
  send: () => Promise<void>
}

interface Wishes {
  communityId: string
  activity: StaffActivity | null
  /** Of a new one, where it was chosen in a list. */
  day: string | null
  onDone: (id: string) => void
  /** Somebody else changed it: fetch the latest. */
  reload: () => Promise<void>
}

/** A form for one activity, kept on the device until it is published. */
export const useActivityForm = (wishes: Wishes): ActivityForm => {
  const { communityId, activity, day, onDone, reload } = wishes
  const present = activity ? draftOf(activity) : draftFor(day)
  const name = `activity.${activity?.id ?? `new.${communityId}.${day ?? ''}`}`
  const kept = useKeptEdit(name, activity?.version ?? 0, present)
  const [checked, setChecked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const publish = useAction('party.publish')
  const edit = useAction('party.edit')
  const complain = (words: string) => {
    setTrouble(words)
    toast(words)
  }
  const send = async () => {
    setTrouble(null)
    setChecked(true)
    const draft = kept.read()
    if (Object.keys(problemsOf(draft)).length > 0) return complain('还有没填好的，看看红字的地方')
    const details = detailsOf(draft)
    const reply = activity
      ? await edit.run({ activityId: activity.id, version: kept.seen(), ...details })
      : await publish.run({ communityId, ...details })
    if (!reply) return
    if (!reply.ok) {
      if (reply.code !== 'CHANGED_MEANWHILE') return complain(oneLine(staffWords(reply)))
      await kept.goOnTop(reload)
      return complain(changedWords)
    }
    kept.restart()
    toast(activity ? '已保存' : '已发布，报到的党员现在看得到')
    onDone(reply.data.id)
  }
  const problems = checked ? problemsOf(kept.value) : {}
  const busy = publish.busy || edit.busy
  return { communityId, activity, draft: kept.value, problems, busy, trouble, change: kept.change, send }
}
