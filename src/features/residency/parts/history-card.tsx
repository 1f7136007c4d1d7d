import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { sayDoor, sayPast, type MyResidency } from '../words'

/** Where I lived. */
export const HistoryCard = ({ history }: { history: MyResidency['history'] }) => (
  <Card title="以前住过">
    <List>
      {history.map((past) => (
        <Cell
          key={past.until}
          title={`${past.communityName} · ${sayDoor(past)}`}
          note={[sayPast(past), past.reason].filter(Boolean).join('：')}
        />
      ))}
    </List>
  </Card>
)
