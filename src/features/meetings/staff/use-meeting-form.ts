import { useState } from 'react'
import { sentenceOf } from '@/services/messages'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { changedWords, useKeptEdit } from '@/services/use-kept-edit'
import {
  detailsOf,
  draftFor,
  draftOf,
  problemsOf,
  publishedOf,
  turnedInto,
  type MeetingDraft,
  type Problems,
  type StaffMeeting,
  type Template,
} from './meeting-draft'

export interface MeetingForm {
  communityId: string
  draft: MeetingDraft
  /** null: a new one. */
  meeting: StaffMeeting | null
  /** Words for the fields, once somebody tried to send. */
  problems: Problems
  busy: boolean
  /** Why the last try did not work; null when nothing is wrong. */
  trouble: string | null
  change: (fields: Partial<MeetingDraft>) => void
  choose: (template: Template) => void
  send: () => Promise<void>
}

interface Wishes {
  communityId: string
  meeting: StaffMeeting | null
  /** Gets the id of the meeting, of the first one where it is a series. */
  onDone: (id: string) => void
  /** Somebody else changed it: fetch the latest. */
  reload: () => Promise<void>
}

/** A form for one meeting, kept on the device until it is published. */
export const useMeetingForm = ({ communityId, meeting, onDone, reload }: Wishes): MeetingForm => {
  const present = meeting ? draftOf(meeting) : draftFor('open_day')
  const name = `meeting.${meeting?.id ?? `new.${communityId}`}`
  const kept = useKeptEdit(name, meeting?.version ?? 0, present)
  const [checked, setChecked] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const sending = useSending(communityId, meeting)
  const complain = (words: string) => {
    setTrouble(words)
    toast(words)
  }
  const send = async () => {
    setTrouble(null)
    setChecked(true)
    const draft = kept.read()
    if (Object.keys(problemsOf(draft)).length > 0) return complain('还有没填好的，看看红字的地方')
    const reply = await sending.send(draft, kept.seen())
    if (!reply) return
    if (!reply.ok) {
      if (reply.code !== 'CHANGED_MEANWHILE') return complain(sentenceOf(reply))
      await kept.goOnTop(reload)
      return complain(changedWords)
    }
    kept.restart()
    toast(meeting ? '已保存' : '已发布，居民现在看得到')
    onDone(idOf(reply.data))
  }
  return {
    communityId,
    meeting,
    draft: kept.value,
    problems: checked ? problemsOf(kept.value) : {},
    busy: sending.busy,
    trouble,
    change: kept.change,
    choose: (template) => kept.change(turnedInto(kept.read(), template)),
    send,
  }
}

/** Publishes a new one, or changes one that is published. */
const useSending = (communityId: string, meeting: StaffMeeting | null) => {
  const publish = useAction('meetings.publish')
  const edit = useAction('meetings.edit')
  const send = (draft: MeetingDraft, version: number) =>
    meeting
      ? edit.run({ meetingId: meeting.id, version, ...detailsOf(draft) })
      : publish.run(publishedOf(draft, communityId))
  return { busy: publish.busy || edit.busy, send }
}

const idOf = (done: StaffMeeting | { meetings: StaffMeeting[] }): string =>
  'meetings' in done ? (done.meetings[0]?.id ?? '') : done.id
