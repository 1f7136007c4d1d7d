import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { Output } from '@contract/index'
import { sayMoment } from '@/services/format'
import { addressOf } from '@/services/go'
import { useShare } from '@/services/platform/share'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { spaced } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import { Loaded } from '@/ui/loaded'
import { noticeWords } from '@/ui/notice-words'
import { Page } from '@/ui/page'
import { PhotoStrip } from '@/ui/photos/photo-strip'
import { ShareButton } from '@/ui/share-button'
import { audienceWords, publisherWords } from './audience-words'
import { useReading } from './use-reading'
import './notices.css'

/** Told to the staff alone: nobody else is shown such a photo. */
const photoWords = { waiting: '审核中', refused: '没通过' } as const

/** One notice in full. Query: `id`; `work`, for those who look after it, at a desk too: they are no readers. */
const NoticePage = () => {
  const { id: noticeId, work } = useRouter().params
  const read = useQuery('notices.show', noticeId && !work ? { noticeId } : null)
  const worked = useQuery('notices.staffShown', noticeId && work ? { noticeId } : null)
  const confirm = useReading(read.data, read.show)
  const notice = work ? worked.data : read.data
  useShare(
    notice && {
      title: `${noticeWords[notice.kind].text}：${notice.title}`,
      path: addressOf('notice', { id: notice.id }),
    },
  )
  return (
    <Page
      title="公示和通知"
      refresh={work ? worked.reload : read.reload}
      footer={confirm && <Button text="我知道了" onTap={confirm} />}
    >
      {work ? (
        <Loaded query={worked}>{(shown) => <Told notice={shown} confirmedAt={null} />}</Loaded>
      ) : (
        <Loaded query={read}>{(shown) => <Told notice={shown} confirmedAt={shown.confirmedAt} />}</Loaded>
      )}
    </Page>
  )
}

interface ToldProps {
  notice: Output<'notices.staffShown'>
  confirmedAt: string | null
}

const Told = ({ notice, confirmedAt }: ToldProps) => {
  const { kind, title, text, photos, placeId, publishedAt, shownUntil, audience } = notice
  return (
    <Card>
      <Chip {...noticeWords[kind]} />
      <View className="t-title mt-2 t-break">{title}</View>
      <View className="t-note mt-1">
        {publisherWords({ placeId })} {sayMoment(publishedAt)} 发布 · 贴到{spaced(shownUntil)}
      </View>
      {audience.kind !== 'everyone' && <View className="t-note">{audienceWords(audience)}</View>}
      <View className="notice-text t-break">
        {text.split('\n').map((line, index) => (
          <View key={index} className="mt-2">
            {line}
          </View>
        ))}
      </View>
      <PhotoStrip
        urls={photos.map(({ url }) => url)}
        what="通知照片"
        notes={photos.map(({ held }) => held && photoWords[held.state])}
      />
      {audience.kind === 'everyone' && <ShareButton />}
      {confirmedAt && <View className="t-note mt-3">你在 {sayMoment(confirmedAt)} 点了“我知道了”</View>}
    </Card>
  )
}

export default NoticePage
