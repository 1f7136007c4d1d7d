import { View } from '@tarojs/components'
import { useQuery } from '@/services/use-query'
import { BuildingsField } from '@/ui/buildings/buildings-field'
import { Field, Select, Switch } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import type { NoticeDraft, Problems } from './notice-draft'
import type { Office } from './offices'

interface Props {
  office: Office
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
export const AudienceFields = ({ office, draft, problems, change }: Props) => (
  <>
    {office.kind === 'community' && (
      <Field label="给谁看">
        <Select
          label="给谁看"
          value={draft.audience}
          options={audiences}
          onChange={(audience) => change({ audience })}
        />
      </Field>
    )}
    {draft.audience === 'buildings' && (
      <Buildings communityId={office.id} draft={draft} problems={problems} change={change} />
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

/** Those who live there find it on 首页; others do not. */
const Buildings = ({
  communityId,
  draft,
  problems,
  change,
}: Omit<Props, 'office'> & { communityId: string }) => {
  const query = useQuery('affairs.form', { communityId })
  return (
    <Loaded query={query}>
      {({ compounds }) => (
        <BuildingsField
          label="哪几栋"
          compounds={compounds}
          chosen={draft.chosenBuildings}
          error={problems.chosenBuildings}
          onChange={(chosenBuildings) => change({ chosenBuildings })}
        />
      )}
    </Loaded>
  )
}
