import { View } from '@tarojs/components'
import { sayMoment } from '@/services/format'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { consentWords, withdrawWords, type Consent } from '../words'

/** What I agreed to and what ended, the latest first; beside what still counts, where it can be taken back. */
export const ConsentsCard = ({ consents }: { consents: readonly Consent[] }) => (
  <Card title="我同意过的">
    {consents.length === 0 && <View className="t-note">还没有。要用到敏感信息时，会先单独问你。</View>}
    {consents.length > 0 && (
      <List>
        {consents.map((one, index) => (
          <Cell
            key={`${one.at} ${one.kind}`}
            icon={one.given ? 'circle-check' : 'undo-2'}
            title={`${one.given ? '同意' : '已结束'}：${consentWords[one.kind]}`}
            note={[sayMoment(one.at), counts(consents, index) ? withdrawWords[one.kind] : '']
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </List>
    )}
  </Card>
)

/** Whether it is the last word on its matter, and a yes. */
const counts = (consents: readonly Consent[], index: number): boolean =>
  Boolean(consents[index]?.given) &&
  consents.findIndex(({ kind }) => kind === consents[index]?.kind) === index
