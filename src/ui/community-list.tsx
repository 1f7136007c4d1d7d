import { chooseGuestCommunity } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from './card'
import { Cell, List } from './cell'
import { Chip } from './chip'
import { Loaded } from './loaded'

interface Props {
  /** The one that is looked at; null when none is. */
  current: string | null
  onChosen?: () => void
}

/** All communities, for somebody who lives in none: a tap chooses the one to look at. */
export const CommunityList = ({ current, onChosen }: Props) => {
  const query = useQuery('community.communities', {})
  return (
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
                onChosen?.()
              }}
            />
          ))}
        </List>
      )}
    </Loaded>
  )
}

/** Asked once, where a page needs a community and none is known. */
export const ChooseCommunity = () => (
  <Card title="先选一个社区">
    <CommunityList current={null} />
  </Card>
)
