import { limits } from '@contract/limits'
import { communityShown, useSession } from '@/services/session'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { TextInput } from '@/ui/form'
import { Page } from '@/ui/page'
import { RefusalCard } from '@/ui/refusal-card'
import { DoorCards } from './parts/door-cards'
import { OnlyUnsettled } from './parts/only-unsettled'
import { PurposeCard } from './parts/purpose-card'
import { useDeclare, type Declaring } from './use-declare'
import './residency.css'

/** 登记住址: where I live and who I am, for the community to compare with its roster. */
const DeclarePage = () => {
  const communityId = useSession(communityShown)
  const me = useSession((session) => session.me)
  const form = useDeclare(communityId, me?.name ?? '')
  const ready = me !== null && me.residency === null && communityId !== null
  return (
    <Page
      title="登记住址"
      footer={ready && <Button text="交给社区核对" busy={form.busy} onTap={form.send} />}
    >
      <OnlyUnsettled>
        {form.trouble && <RefusalCard todo={form.trouble} />}
        <PurposeCard />
        {communityId !== null && (
          <DoorCards
            communityId={communityId}
            draft={form.door}
            problems={form.problems}
            change={form.changeDoor}
          />
        )}
        <PersonCard form={form} />
      </OnlyUnsettled>
    </Page>
  )
}

const PersonCard = ({ form: { person, problems, changePerson } }: { form: Declaring }) => (
  <Card title="你是谁">
    <TextInput
      label="姓名"
      hint="和户口本一样"
      placeholder="如 王小明"
      maxLength={limits.residency.nameLength}
      value={person.name}
      error={problems.name ?? null}
      onChange={(name) => changePerson({ name })}
    />
    <TextInput
      label="手机号"
      hint="社区登记的那个"
      placeholder="11 位手机号"
      kind="number"
      maxLength={11}
      value={person.phone}
      error={problems.phone ?? null}
      onChange={(phone) => changePerson({ phone })}
    />
  </Card>
)

export default DeclarePage
