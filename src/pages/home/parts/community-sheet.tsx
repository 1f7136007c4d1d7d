import { CommunityList } from '@/ui/community-list'
import { Sheet } from '@/ui/sheet'

interface Props {
  open: boolean
  /** The community that is looked at. */
  current: string
  onClose: () => void
}

/** Lets a guest look at another community. */
export const CommunitySheet = ({ open, current, onClose }: Props) => (
  <Sheet open={open} title="看哪个社区" onClose={onClose}>
    <CommunityList current={current} onChosen={onClose} />
  </Sheet>
)
