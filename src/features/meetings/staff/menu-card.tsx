import { useState } from 'react'
import { open } from '@/services/go'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { isOver } from '../words'
import { CallOffSheet } from './call-off-sheet'
import type { StaffMeeting } from './meeting-draft'

interface Props {
  meeting: StaffMeeting
  onChanged: () => Promise<void>
}

/** What else staff do with a meeting, by what time it is. */
export const MenuCard = ({ meeting, onChanged }: Props) => {
  const [calling, setCalling] = useState(false)
  const { id, state, startsAt } = meeting
  const ahead = state === 'open' && !isOver(meeting)
  const begun = Date.parse(startsAt) <= Date.now()
  return (
    <Card>
      <List>
        {state === 'open' && begun && (
          <Cell
            icon="scroll"
            title="写纪要"
            note="定了什么、谁去办，发布后居民看得到"
            onTap={() => open('meetingMinutes', { id })}
          />
        )}
        <Cell
          icon="users-round"
          title="看居民看到的页面"
          note="报名、议题和纪要都在那里"
          onTap={() => open('meeting', { id })}
        />
        {ahead && (
          <Cell
            icon="settings"
            title="修改安排"
            note="时间、地点、名额"
            onTap={() => open('meetingForm', { id })}
          />
        )}
        {ahead && (
          <Cell icon="x" title="取消这场" note="报了名的人都会收到消息" onTap={() => setCalling(true)} />
        )}
      </List>
      <CallOffSheet open={calling} meeting={meeting} onClose={() => setCalling(false)} onDone={onChanged} />
    </Card>
  )
}
