import { open } from '@/services/go'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { NoticeRow } from '@/ui/notice-row'
import type { NoticeBrief } from '@/ui/notice-words'
import { Tappable } from '@/ui/tappable'

interface Props {
  notices: readonly NoticeBrief[]
  communityId: string
}

/** What the community tells everybody: pinned ones first, then the newest. */
export const NoticesCard = ({ notices, communityId }: Props) => (
  <Card
    title="公示和通知"
    aside={
      <Tappable
        className="home-all"
        label="看全部公示和通知"
        onTap={() => open('notices', { community: communityId })}
      >
        看全部
        <Icon name="chevron-right" size="s" />
      </Tappable>
    }
  >
    {notices.map((notice) => (
      <NoticeRow key={notice.id} notice={notice} />
    ))}
  </Card>
)
