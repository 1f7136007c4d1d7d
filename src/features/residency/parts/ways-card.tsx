import { open } from '@/services/go'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import type { MyRequest } from '../words'

/** The two ways to be verified; while a request waits there is still the slip of paper. */
export const WaysCard = ({ request }: { request: MyRequest | null }) => {
  const waits = request?.state === 'waiting'
  return (
    <Card title={waits ? '想快一点' : '登记住址'}>
      <List>
        <Cell
          icon="scroll"
          title="我有纸条码"
          note="社区塞在门缝里的纸条，填了马上好"
          onTap={() => open('residencyCode')}
        />
        {!waits && (
          <Cell
            icon="user-round"
            title="填姓名电话"
            note="社区和花名册对一对，一两个工作日"
            onTap={() => open('residencyDeclare')}
          />
        )}
      </List>
    </Card>
  )
}
