import { open } from '@/services/go'
import { Cell } from '@/ui/cell'

/** The way to every hour that was served. */
export const RecordCell = () => (
  <Cell
    icon="clipboard-list"
    title="服务记录"
    note="每一次的时长、积分和依据"
    onTap={() => open('serviceRecord')}
  />
)
