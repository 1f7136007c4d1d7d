import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { open } from '@/services/go'
import { sentenceOf } from '@/services/messages'
import { chooseWorkCommunity } from '@/services/session'
import { toast } from '@/services/toast'
import { perform } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { CaseCounts } from '@/ui/case-counts'
import { categoryOf, kindWords, placeWords } from '@/ui/case-words'
import { Cell, List } from '@/ui/cell'
import { DueChip } from '@/ui/due-chip'
import { Icon } from '@/ui/icon'
import { Picture } from '@/ui/picture'
import { Empty } from '@/ui/state'
import { Tappable } from '@/ui/tappable'

type Queue = NonNullable<Output<'home.work'>['queue']>
type WorkCase = Queue['cases'][number]

interface Props {
  queue: Queue
  reload: () => Promise<void>
}

/** The queue of today itself, with the reply in reach; then the way to all of it. */
export const Today = ({ queue, reload }: Props) => {
  const { cases, counts, communities } = queue
  const named = communities.length > 1
  return (
    <>
      <View className="work-counts">
        <CaseCounts counts={counts} />
      </View>
      <OverdueElsewhere queue={queue} />
      <Card>
        {cases.length === 0 && <Empty icon="circle-check" title="没有要办的事" note="有新的会出现在这里" />}
        {cases.map((kase) => (
          <Row
            key={kase.id}
            kase={kase}
            where={named ? (communities.find(({ id }) => id === kase.communityId)?.name ?? '') : ''}
            reload={reload}
          />
        ))}
        <View className="work-all">
          <List>
            {communities.map(({ id, name }) => (
              <Cell
                key={id}
                icon="message-square-text"
                title={named ? `${name}诉求办理` : '诉求办理'}
                note={named ? undefined : '全部待办、等待中、已办'}
                onTap={() => {
                  chooseWorkCommunity(id)
                  open('caseQueue')
                }}
              />
            ))}
          </List>
        </View>
      </Card>
    </>
  )
}

/** What others handle can be late too: it is not among the rows, and must not be overlooked. */
const OverdueElsewhere = ({ queue: { cases, counts } }: { queue: Queue }) => {
  const shown = cases.filter(({ overdue }) => overdue).length
  // With nothing but overdue rows in sight, there may be more of them below.
  if (shown === cases.length && shown > 0) return null
  const elsewhere = counts.overdue - shown
  if (elsewhere <= 0) return null
  return (
    <Card tone="bad">
      <View className="row">
        <Icon name="circle-alert" />
        <View className="grow">
          {elsewhere} 件已超期的正由别人办，请催一催。在「诉求办理」的「等待中」里。
        </View>
      </View>
    </Card>
  )
}

const Row = ({ kase, where, reload }: { kase: WorkCase; where: string; reload: Props['reload'] }) => {
  const show = () => open('staffCase', { id: kase.id })
  const accept = async () => {
    const reply = await perform('affairs.accept', { caseId: kase.id, version: kase.version })
    toast(reply.ok ? '已受理，居民收到了消息' : sentenceOf(reply))
    await reload()
  }
  const mayReply = kase.may.length > 0
  return (
    <View className="work-row">
      <Lead kase={kase} />
      <View className="grow">
        <Tappable className="work-row-words" label={`${kase.title}，${kase.number}`} onTap={show}>
          <DueChip row={kase} />
          <View className="mt-1 t-break t-strong">{kase.title}</View>
          <View className="t-note t-break">
            {[where, kindWords[kase.kind], placeWords(kase.place)].filter(Boolean).join(' · ')}
          </View>
          {kase.reopenings > 0 && <View className="t-note t-bad">居民要求重办，第 {kase.reopenings} 次</View>}
        </Tappable>
        <View className="row-wrap mt-2">
          {kase.may.includes('accept') && (
            <Button small text="受理" label={`受理，${kase.title}`} onTap={accept} />
          )}
          {mayReply && (
            <Button
              small
              look={kase.may.includes('accept') ? 'soft' : 'main'}
              text="答复"
              label={`答复，${kase.title}`}
              onTap={show}
            />
          )}
        </View>
      </View>
    </View>
  )
}

/** The first photo, else what it is about. */
const Lead = ({ kase }: { kase: WorkCase }) => (
  <View className="work-lead">
    {kase.photoUrl ? (
      <Picture className="work-photo" src={kase.photoUrl} alt="" />
    ) : (
      <Icon name={categoryOf(kase.category).icon} />
    )}
  </View>
)
