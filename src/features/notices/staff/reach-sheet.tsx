import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { useQuery } from '@/services/use-query'
import { Figure, Figures } from '@/ui/figures'
import { Loaded } from '@/ui/loaded'
import { Sheet } from '@/ui/sheet'
import type { StaffNotice } from './notice-types'

interface Props {
  /** The notice that is asked about; null while none is. */
  notice: StaffNotice | null
  onClose: () => void
}

/** How far a notice has come, with what the figures mean. */
export const ReachSheet = ({ notice, onClose }: Props) => {
  const query = useQuery('notices.reach', notice ? { noticeId: notice.id } : null)
  return (
    <Sheet open={notice !== null} title="看过多少" onClose={onClose}>
      <View className="t-break">「{notice?.title}」</View>
      <Loaded query={query}>{(reach) => <Shown reach={reach} />}</Loaded>
    </Sheet>
  )
}

const Shown = ({ reach: { readers, confirmed, households, more } }: { reach: Output<'notices.reach'> }) => (
  <>
    <View className="mt-3">
      <Figures>
        <Figure number={readers} words="人看过" />
        {households && <Figure number={households.read} words={`户看过，共 ${households.all} 户`} />}
        {confirmed > 0 && <Figure number={confirmed} words="人点了我知道了" />}
      </Figures>
    </View>
    <View className="t-note mt-3">
      登录后打开过全文的算看过，没登录的数不到。户数按花名册，一户有一个人看过就算。
      {more && '数目太大，只数到这里。'}
    </View>
  </>
)
