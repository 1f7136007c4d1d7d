import { open } from '@/services/go'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'

/** 住户: who waits to be verified, and the paper codes. @param waiting at most `limits.residency.counted` */
export const Residents = ({ waiting }: { waiting: number }) => (
  <Card title="住户">
    <List>
      <Cell
        icon="house"
        title="住户核验"
        note={waiting > 0 ? `${waiting} 人等你核验` : '对花名册、办迁出'}
        onTap={() => open('residencyRequests')}
      />
      <Cell icon="scroll" title="纸条码" note="给各家发码" onTap={() => open('paperCodes')} />
      <Cell icon="user-round" title="楼长" note="邀请和解除" onTap={() => open('duties')} />
    </List>
  </Card>
)

/** 我的楼: of a building leader. */
export const MyBuilding = () => (
  <Card>
    <List>
      <Cell icon="building-2" title="我的楼" note="登记了几户" onTap={() => open('myBuilding')} />
    </List>
  </Card>
)
