import { sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Empty } from '@/ui/state'
import type { Handed } from './use-pickup'

/** What I handed over since I opened the app, to look back when somebody asks. */
export const RecentPickups = ({ recent }: { recent: Handed[] }) => (
  <Card title="刚才核销的">
    {recent.length === 0 ? (
      <Empty icon="badge-check" title="还没有" note="每核销一份，这里记一笔" />
    ) : (
      <List>
        {recent.map((one) => (
          <Cell
            key={one.redemptionId}
            title={`${one.itemName} × ${one.quantity}`}
            note={`${one.memberName} · ${one.memberPlace} · ${sayMoment(one.pickedUpAt)}`}
          />
        ))}
      </List>
    )}
  </Card>
)
