import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { categoryOf, kindWords, placeWords } from '@/ui/case-words'
import type { OwnCase, StaffCase } from './case-types'
import { PhotoStrip } from '@/ui/photos/photo-strip'

interface Props {
  shown: Pick<OwnCase | StaffCase, 'kind' | 'category' | 'place' | 'text' | 'photoUrls' | 'number'>
  /** Under the photos: when each was taken, and how it is held. */
  notes?: (string | null)[]
  /** What stands above already; the same words are not said twice. */
  title?: string
  /** Photos that the viewer does not see yet. */
  hidden?: number
}

/** What the reporter said, where, and the photos. */
export const Said = ({ shown, notes, title, hidden = 0 }: Props) => (
  <>
    {shown.text !== title && <View className="t-break case-text">{shown.text}</View>}
    <PhotoStrip urls={shown.photoUrls} what="现场照片" notes={notes} />
    {hidden > 0 && <View className="t-note mt-2">有 {hidden} 张照片审核中，通过后在这里看得到。</View>}
    <View className="t-note mt-2 t-break">
      {kindWords[shown.kind]} · {categoryOf(shown.category).text} · {placeWords(shown.place)}
    </View>
    <View className="t-note">编号 {shown.number}</View>
  </>
)

/** The same on a card of its own. */
export const SaidCard = (props: Props) => (
  <Card>
    <Said {...props} />
  </Card>
)
