import { View } from '@tarojs/components'
import { Field, Select, Switch, TextInput } from '@/ui/form'
import type { NoticeDraft, Problems } from './notice-draft'

interface Props {
  draft: NoticeDraft
  problems: Problems
  change: (fields: Partial<NoticeDraft>) => void
}

const audiences: readonly { value: NoticeDraft['audience']; text: string }[] = [
  { value: 'everyone', text: '全社区' },
  { value: 'buildings', text: '部分楼栋' },
  { value: 'staff', text: '只给工作人员' },
]

/** Whom a notice is for, and whether they are asked to answer. */
export const AudienceFields = ({ draft, problems, change }: Props) => (
  <>
    <Field label="给谁看">
      <Select
        label="给谁看"
        value={draft.audience}
        options={audiences}
        onChange={(audience) => change({ audience })}
      />
    </Field>
    {draft.audience === 'buildings' && (
      <TextInput
        label="哪几栋"
        hint="只有这几栋的住户会在首页看到"
        placeholder="如 6、7、8、9"
        maxLength={200}
        value={draft.buildings}
        error={problems.buildings}
        onChange={(buildings) => change({ buildings })}
      />
    )}
    <View className="row notice-switch">
      <View className="grow">
        <View>请大家点“我知道了”</View>
        <View className="t-note">要紧的事才用。谁点了不公开，只数人数</View>
      </View>
      <Switch
        label="请大家点我知道了"
        on={draft.asksConfirm}
        onChange={(asksConfirm) => change({ asksConfirm })}
      />
    </View>
  </>
)
