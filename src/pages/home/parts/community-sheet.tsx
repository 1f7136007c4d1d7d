import { chooseGuestCommunity } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Cell, List } from '@/ui/cell'
import { Chip } from '@/ui/chip'
import { Loaded } from '@/ui/loaded'
import { Sheet } from '@/ui/sheet'

interface Props {
  open: boolean
  /** The community that is looked at. */
  current: string
  onClose: () => void
}

/** Lets a guest look at another community. */
export const CommunitySheet = ({ open, current, onClose }: Props) => {
  const query = useQuery('community.communities', open ? {} : null)
  return (
    <Sheet open={open} title="看哪个社区" onClose={onClose}>
      <Loaded query={query}>
        {({ communities }) => (
          <List>
            {communities.map((community) => (
              <Cell
                key={community.id}
                title={community.name}
                note={community.streetName}
                tail={community.id === current && <Chip text="正在看" tone="accent" />}
                onTap={() => {
                  chooseGuestCommunity(community.id)
                  onClose()
                }}
              />
            ))}
          </List>
        )}
      </Loaded>
    </Sheet>
  )
}
