import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Card } from '@/ui/card'
import { Switch, TextInput } from '@/ui/form'
import { RefusalCard } from '@/ui/refusal-card'
import { consentText } from '../consent'
import type { RegistrationForm } from '../use-registration-form'

interface Props {
  form: RegistrationForm
}

/** The application: what the data is for before it is asked for, and the consent on its own. */
export const RegistrationCards = ({ form }: Props) => (
  <>
    {form.trouble && <RefusalCard todo={form.trouble} />}
    <PurposeCard />
    <FieldsCard form={form} />
    <ConsentCard form={form} />
  </>
)

const PurposeCard = () => (
  <Card title="这些信息怎么用">
    {consentText.map(({ asks, says }) => (
      <View key={asks} className="consent-part">
        <View className="t-strong">{asks}</View>
        <View className="t-note">{says}</View>
      </View>
    ))}
  </Card>
)

const FieldsCard = ({ form: { draft, problems, change } }: Props) => (
  <Card title="填两项">
    <TextInput
      label="所在支部"
      placeholder="如 区人民医院第二党支部"
      maxLength={limits.party.branchLength}
      value={draft.branch}
      error={problems.branch ?? null}
      onChange={(branch) => change({ branch })}
    />
    <TextInput
      label="手机号"
      hint="和支部登记的一样"
      placeholder="11 位手机号"
      kind="number"
      maxLength={11}
      value={draft.phone}
      error={problems.phone ?? null}
      onChange={(phone) => change({ phone })}
    />
  </Card>
)

/** Off until somebody turns it on. */
const ConsentCard = ({ form: { agreed, problems, agree } }: Props) => (
  <Card>
    <View className="row">
      <View className="grow">
        <View className="t-strong">我同意上面说的用法</View>
        <View className="t-note">{agreed ? '已同意' : '还没同意'}</View>
      </View>
      <Switch label="同意双报到这样使用我的信息" on={agreed} onChange={agree} />
    </View>
    {problems.consent && <View className="field-error">{problems.consent}</View>}
  </Card>
)
