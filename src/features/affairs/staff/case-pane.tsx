import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { DueChip } from '@/ui/due-chip'
import { stateOf } from '@/ui/case-words'
import { heldLine } from '@/ui/held-words'
import { Loaded } from '@/ui/loaded'
import { Reveal } from '@/ui/reveal'
import type { StaffCase } from '../parts/case-types'
import { Said } from '../parts/said-card'
import { Timeline } from '../parts/timeline'
import { Acts } from './acts'
import { NotesCard } from './notes-card'
import { PublishedCard } from './published-card'
import { ReplyCard } from './reply-card'
import type { StaffCaseWork } from './use-staff-case'

/** All that somebody at work needs of one case: what was said, the reply, what else can be done, what was done. */
export const CasePane = ({ work }: { work: StaffCaseWork }) => (
  <Loaded query={work.query}>
    {(shown) => (
      <>
        <Head shown={shown} />
        <Acts shown={shown} settle={work.settle} />
        {(shown.may.includes('answer') || shown.may.includes('accept')) && (
          <ReplyCard key={shown.id} shown={shown} settle={work.settle} />
        )}
        {shown.published && <PublishedCard shown={shown} published={shown.published} settle={work.settle} />}
        <Timeline rows={shown.timeline} />
        <NotesCard shown={shown} settle={work.settle} />
      </>
    )}
  </Loaded>
)

const Head = ({ shown }: { shown: StaffCase }) => (
  <Card>
    <View className="row-wrap">
      <DueChip row={shown} />
      <Chip {...stateOf(shown)} />
      {shown.level === 'street' && <Chip text="街道办理" tone="info" />}
      {shown.reopenings > 0 && <Chip text={`第 ${shown.reopenings} 次重办`} tone="warn" />}
    </View>
    <View className="t-title mt-2 t-break">{headlineOf(shown)}</View>
    <Said shown={shown} title={headlineOf(shown)} notes={photoNotes(shown)} hidden={shown.photosHidden} />
    <View className="mt-2 t-break">
      {reporterWords(shown)} · {sayMoment(shown.submittedAt)} 提交
    </View>
    {shown.grid && <View className="t-note">提交时属于{gridWords(shown.grid)}</View>}
    {shown.identity === 'named' && shown.reporterName && (
      <View className="mt-2">
        <Reveal target={{ kind: 'case', targetId: shown.id }} who={shown.reporterName} />
      </View>
    )}
    {shown.handler && <View className="t-note">现在由 {shown.handler.name} 办理</View>}
    {shown.rating && <View className="t-note">居民评价：{shown.rating.satisfied ? '满意' : '不满意'}</View>}
  </Card>
)

/** A few words more than a title are shown as one: cut short, they would stand there twice. */
const headlineOf = ({ title, text }: StaffCase): string =>
  text && text.length <= 60 && !text.includes('\n') ? text : title

const reporterWords = ({ identity, reporterName, reporterPlace }: StaffCase): string =>
  identity === 'anonymous'
    ? '匿名，不知道是谁'
    : [reporterName, reporterPlace && `住 ${reporterPlace}`].filter(Boolean).join('，')

const gridWords = ({ layer, name }: NonNullable<StaffCase['grid']>): string =>
  `${layer === 'construction' ? '建管网格' : '治理网格'}：${name}`

/** When each was taken; of one that is held, that it is. */
const photoNotes = ({ photosTakenAt, photosHeld }: StaffCase): string[] =>
  photosTakenAt.map((at, index) =>
    [takenWords(at), heldLine(photosHeld[index] ?? null)].filter(Boolean).join(' · '),
  )

const takenWords = (at: string | null) => (at === null ? '拍摄时间不详' : `${sayMoment(at)} 拍摄`)
