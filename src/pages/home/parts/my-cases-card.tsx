import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import type { Output } from '@contract/index'
import { open, openTab } from '@/services/go'
import { Card } from '@/ui/card'
import { dueWords, stateOf } from '@/ui/case-words'
import { Icon } from '@/ui/icon'
import { Tappable } from '@/ui/tappable'

type MyCases = NonNullable<Output<'home.show'>['myCases']>
type MyCase = MyCases['cases'][number]

/** What I reported and how far it is: the most urgent first, each with who does what by when. */
export const MyCasesCard = ({ mine: { cases, count } }: { mine: MyCases }) => (
  <Card title="我反映的事" aside={<All count={count} />}>
    {cases.map((kase) => (
      <Row key={kase.id} kase={kase} />
    ))}
  </Card>
)

const All = ({ count }: { count: number }) => {
  const said = `共 ${count >= limits.case.counted ? `${limits.case.counted}+` : count} 件`
  return (
    <Tappable className="home-all" label={`${said}，看全部`} onTap={() => openTab('affairs')}>
      {said}
      <Icon name="chevron-right" size="s" />
    </Tappable>
  )
}

const steps = ['submitted', 'accepted', 'dispatched', 'answered'] as const

const Row = ({ kase }: { kase: MyCase }) => {
  const words = wordsOf(kase)
  const done = steps.findIndex((step) => step === kase.state)
  return (
    <Tappable
      className="home-case"
      label={`${kase.title}，${words.join('，')}`}
      onTap={() => open('case', { id: kase.id })}
    >
      <View className="t-break">{kase.title}</View>
      <View className="home-steps">
        {steps.map((step, index) => (
          <View key={step} className={`home-step ${index <= done ? 'is-done' : ''}`} />
        ))}
      </View>
      <View className={`t-note t-break ${kase.overdue ? 't-bad' : ''}`}>{words.join('，')}</View>
    </Tappable>
  )
}

/** How it stands, and what comes next: until when somebody answers, or that I am asked. */
const wordsOf = (kase: MyCase): string[] => {
  const next = kase.awaitsRating ? '请你点一下满意或不满意' : dueWords(kase)
  return [stateOf(kase).text, ...(next ? [next] : [])]
}
