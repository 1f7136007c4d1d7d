import { View } from '@tarojs/components'
import { sayDay } from '@/services/format'
import { open } from '@/services/go'
import { Button } from '@/ui/button'
import { spaced } from '@/ui/case-words'
import { Chip } from '@/ui/chip'
import { HeldNote } from '@/ui/held-note'
import { noticeWords } from '@/ui/notice-words'
import { audienceWords } from '../audience-words'
import { stateWords, type StaffNotice } from './notice-types'

interface Props {
  notice: StaffNotice
  onCount: () => void
  onTakeDown: () => void
  onMend: () => void
}

/** One that was published: how it stands, and what can be done with it. */
export const ManageRow = ({ notice, onCount, onTakeDown, onMend }: Props) => (
  <View className="notice-manage-row">
    <View className="row-wrap">
      <Chip {...noticeWords[notice.kind]} />
      {notice.state !== 'held' && <Chip {...stateWords[notice.state]} />}
      {notice.pinned && <Chip text="置顶" />}
      {notice.audience.kind !== 'everyone' && <Chip text={audienceWords(notice.audience)} />}
      <PhotoChips notice={notice} />
    </View>
    <View className="t-strong mt-1 t-break">{notice.title}</View>
    <View className="t-note t-break">
      {sayDay(notice.publishedAt)}发布，贴到{spaced(notice.shownUntil)}
      {notice.takenDownBecause && `。撤下原因：${notice.takenDownBecause}`}
    </View>
    {notice.state === 'held' && (
      <HeldNote held={notice.held} waiting="只有工作人员看得到，通过后首页就能看到。" />
    )}
    {notice.state !== 'taken_down' && (
      <View className="row-wrap mt-2">
        <Button
          small
          look="soft"
          text="看全文"
          label={`看全文 ${notice.title}`}
          onTap={() => open('notice', { id: notice.id, work: '1' })}
        />
        {!notice.held && (
          <Button small look="soft" text="看过多少" label={`看过多少 ${notice.title}`} onTap={onCount} />
        )}
        {notice.held?.state === 'refused' && (
          <Button small look="soft" text="改后重发" label={`改后重发 ${notice.title}`} onTap={onMend} />
        )}
        <Button small look="plain" text="撤下" label={`撤下 ${notice.title}`} onTap={onTakeDown} />
      </View>
    )}
  </View>
)

/** Photos that readers do not see, or not yet. */
const PhotoChips = ({ notice: { photosHeld } }: { notice: StaffNotice }) => {
  const count = (state: 'waiting' | 'refused') => photosHeld.filter((held) => held?.state === state).length
  return (
    <>
      {count('waiting') > 0 && <Chip tone="warn" text={`${count('waiting')} 张照片审核中`} />}
      {count('refused') > 0 && <Chip tone="bad" text={`${count('refused')} 张照片没通过`} />}
    </>
  )
}
