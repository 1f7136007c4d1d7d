import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { sayMoment } from '@/services/format'
import { open } from '@/services/go'
import { makeCall } from '@/services/platform/device'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { ItemGrid } from '@/ui/item-grid'
import { Invitation } from './invitation'
import { MeetingCard, type NextMeeting } from './meeting-card'
import { MyCasesCard } from './my-cases-card'
import { NoticesCard } from './notices-card'
import { PointsCard } from './points-card'
import { ToPickUp } from './to-pick-up'

interface Props {
  shown: Output<'home.show'>
  onJoined: (meeting: NextMeeting) => void
}

/** What concerns me now, in the order in which it presses: what to fetch, where to go, what I asked, what I have. */
export const Cards = ({ shown, onJoined }: Props) => {
  const { community, resident, nextMeeting, nextActivity, myCases, notices, items } = shown
  return (
    <>
      {nextMeeting && <MeetingCard meeting={nextMeeting} onJoined={onJoined} />}
      {nextActivity && <NextActivity activity={nextActivity} />}
      {resident && (
        <ToPickUp waiting={resident.toPickUp} count={resident.toPickUpCount} first={!nextMeeting} />
      )}
      {myCases && myCases.count > 0 && <MyCasesCard mine={myCases} />}
      {resident ? <PointsCard resident={resident} communityId={community.id} /> : <Invitation />}
      {notices.length > 0 && <NoticesCard notices={notices} communityId={community.id} />}
      {items.length > 0 && <Items items={items} communityId={community.id} />}
      <Card>
        <List>
          <Cell
            icon="users-round"
            title="恳谈日"
            note="当面说身边的事，看看哪天开"
            onTap={() => open('meetings', { community: community.id })}
          />
          <Cell
            icon="book-open"
            title="便民电话"
            note="卫生站、派出所、物业，一点就打"
            onTap={() => open('directory', { community: community.id })}
          />
          <Cell
            icon="phone"
            title="打电话给社区"
            note={community.phone}
            onTap={() => makeCall(community.phone)}
          />
        </List>
      </Card>
    </>
  )
}

/** What is planned for me. Not a word of what it is part of: it may be read over a shoulder. */
const NextActivity = ({ activity }: { activity: NonNullable<Props['shown']['nextActivity']> }) => {
  const { id, title, startsAt, venue } = activity
  return (
    <Card>
      <List>
        <Cell
          icon="handshake"
          title={title}
          note={`${sayMoment(startsAt)} · ${venue}`}
          onTap={() => open('activity', { id })}
        />
      </List>
    </Card>
  )
}

const Items = ({ items, communityId }: { items: Props['shown']['items']; communityId: string }) => (
  <>
    <View className="row home-section">
      <View className="t-head grow">可以换的东西</View>
      <Button
        small
        look="soft"
        text="看全部"
        label="看全部商品"
        onTap={() => open('items', { community: communityId })}
      />
    </View>
    <ItemGrid items={items} />
    <View className="home-gap" />
  </>
)
