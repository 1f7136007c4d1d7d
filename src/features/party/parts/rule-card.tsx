import { limits } from '@contract/limits'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { sayMinutes, type Activity } from '../words'
import { RecordCell } from './record-cell'

const { checkInFromMinutes, checkOutGraceMinutes } = limits.party

/** How hours become points, and how one checks in and out; once they are settled only the way to all of them. */
export const RuleCard = ({ activity: { ruleWords, mine, state } }: { activity: Activity }) => {
  const ahead = mine !== 'done' && state === 'open'
  return (
    <Card>
      <List>
        {ahead && <Cell icon="coins" title={ruleWords} note="时长怎么变成积分" />}
        {ahead && (
          <Cell
            icon="qr-code"
            title="到了扫签到码，走时扫签退码"
            note={`开始前 ${sayMinutes(checkInFromMinutes)}起签到，结束后 ${sayMinutes(checkOutGraceMinutes)}内签退`}
          />
        )}
        <RecordCell />
      </List>
    </Card>
  )
}
