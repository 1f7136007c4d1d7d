import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { open } from '@/services/go'
import { communityShown, useSession } from '@/services/session'
import { liveProps } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Field, TextInput } from '@/ui/form'
import { Page } from '@/ui/page'
import { RefusalCard } from '@/ui/refusal-card'
import { TextBox } from '@/ui/text-box'
import { DoorCards } from './parts/door-cards'
import { OnlyUnsettled } from './parts/only-unsettled'
import { PurposeCard } from './parts/purpose-card'
import { useCode, type Binding } from './use-code'
import './residency.css'

/** 填纸条码: the door and the code that the community put under it; right at once, or not. */
const CodePage = () => {
  const communityId = useSession(communityShown)
  const me = useSession((session) => session.me)
  const asksName = me !== null && me.name === null
  const form = useCode(communityId, asksName)
  const ready = me !== null && me.residency === null && communityId !== null
  return (
    <Page title="填纸条码" footer={ready && <Button text="核验" busy={form.busy} onTap={form.send} />}>
      <OnlyUnsettled>
        <View {...liveProps}>{form.trouble && <RefusalCard {...form.trouble} />}</View>
        <SlipCard form={form} asksName={asksName} />
        {communityId !== null && (
          <DoorCards
            communityId={communityId}
            draft={form.door}
            problems={form.problems}
            change={form.changeDoor}
          />
        )}
        <PurposeCard only="住址" />
        <Card>
          <List>
            <Cell
              icon="user-round"
              title="没有纸条？"
              note="填姓名电话，请社区核对"
              onTap={() => open('residencyDeclare')}
            />
          </List>
        </Card>
      </OnlyUnsettled>
    </Page>
  )
}

const SlipCard = ({ form, asksName }: { form: Binding; asksName: boolean }) => {
  const { slip, problems, changeSlip } = form
  return (
    <Card title="照纸条填">
      <Field label="纸条码" hint="8 个字母和数字" error={problems.code ?? null}>
        <TextBox
          label="纸条码"
          placeholder="如 7XKM-4RTA"
          big
          maxLength={limits.residency.code.textLength}
          value={slip.code}
          wrong={problems.code !== undefined}
          onChange={(code) => changeSlip({ code })}
        />
      </Field>
      <View className="t-note">大小写、横线不用管。一张纸条只能用一次，社区发出后 14 天内有效。</View>
      {asksName && (
        <View className="mt-3">
          <TextInput
            label="你的姓名"
            hint="和户口本一样"
            placeholder="如 王小明"
            maxLength={limits.residency.nameLength}
            value={slip.name}
            error={problems.name ?? null}
            onChange={(name) => changeSlip({ name })}
          />
        </View>
      )}
    </Card>
  )
}

export default CodePage
