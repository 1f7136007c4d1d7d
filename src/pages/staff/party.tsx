import { open } from '@/services/go'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'

/** 双报到: who waits to be verified, and the activities of the month. @param waiting null where it is not known */
export const Party = ({ waiting }: { waiting: number | null }) => (
  <Card title="党员双报到">
    <List>
      <Cell
        icon="badge-check"
        title="报到核对"
        note={waiting ? `${waiting} 人等你核对` : '对名册，通过或退回'}
        onTap={() => open('applications')}
      />
      <Cell
        icon="calendar-clock"
        title="城市党建日活动"
        note="发布、签到签退、改时长"
        onTap={() => open('activities')}
      />
    </List>
  </Card>
)
