import { View } from '@tarojs/components'
import type { Role } from '@contract/access'
import { limits } from '@contract/limits'
import { roleWords } from '@/services/duties'
import { Card } from '@/ui/card'
import { DayBox } from '@/ui/day-box'
import { Field, Select, Switch, TextInput } from '@/ui/form'
import { DoorFields } from './door-fields'
import { isNarrow, type InviteDraft, type Problems } from './invite-draft'

interface Props {
  placeId: string
  roles: readonly Role[]
  draft: InviteDraft
  problems: Problems
  change: (fields: Partial<InviteDraft>) => void
}

/** Who is invited to what, and until when. */
export const InviteFields = ({ placeId, roles, draft, problems, change }: Props) => (
  <Card>
    <Field label="岗位" error={problems.role}>
      <Select
        label="岗位"
        value={draft.role}
        options={roles.map((value) => ({ value, text: roleWords[value] }))}
        onChange={(role) => change({ role })}
      />
    </Field>
    {isNarrow(draft.role) && (
      <DoorFields placeId={placeId} draft={draft} error={problems.building} change={change} />
    )}
    <TextInput
      label="姓名"
      placeholder="本人的姓名"
      maxLength={limits.duty.nameLength}
      value={draft.name}
      error={problems.name}
      onChange={(name) => change({ name })}
    />
    <TextInput
      label="手机号"
      placeholder="他要填同一个号码才能接受"
      kind="number"
      maxLength={11}
      value={draft.phone}
      error={problems.phone}
      onChange={(phone) => change({ phone })}
    />
    <View className="row">
      <View className="grow">
        <View>设截止日期</View>
        <View className="t-note">到那天自动停用；不设就一直有效，每季度确认</View>
      </View>
      <Switch label="设截止日期" on={draft.ends} onChange={(ends) => change({ ends })} />
    </View>
    {draft.ends && (
      <Field label="任到哪一天" error={problems.lastDay}>
        <DayBox
          kind="day"
          label="任到哪一天"
          value={draft.lastDay}
          onChange={(lastDay) => change({ lastDay })}
        />
      </Field>
    )}
    <View className="t-note mt-3">
      姓名和手机号只用来核对邀请是不是给他本人的。手机号不存原号，邀请用过、撤回或过期后就删掉。
    </View>
  </Card>
)
