import { open } from '@/services/go'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'

/** The way there for whoever scanned without being registered. */
export const ToRegistration = () => (
  <Card>
    <List>
      <Cell
        icon="handshake"
        title="党员双报到"
        note="填支部和手机，社区核对"
        onTap={() => open('registration')}
      />
    </List>
  </Card>
)
