import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { limits } from '@contract/limits'
import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { BuildingSheet } from '@/ui/buildings/building-sheet'
import { placeWords } from '@/ui/case-words'
import { Cell, List } from '@/ui/cell'
import { CommunityList } from '@/ui/community-list'
import { Field, TextInput } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { Sheet } from '@/ui/sheet'
import type { DoorDraft, DoorProblems } from '../door-draft'

interface Props {
  communityId: string
  draft: DoorDraft
  problems: DoorProblems
  change: (fields: Partial<DoorDraft>) => void
}

/** Where: the community, then the building by a tap, unit and room by hand. */
export const DoorCards = ({ communityId, ...rest }: Props) => {
  const query = useQuery('residency.form', { communityId })
  return (
    <Loaded query={query}>
      {(form) => (
        <Card title={form.communityName} aside={<OtherCommunity communityId={communityId} />}>
          <DoorFields form={form} {...rest} />
        </Card>
      )}
    </Loaded>
  )
}

type FieldsProps = Omit<Props, 'communityId'> & { form: Output<'residency.form'> }

const DoorFields = ({ form, draft, problems, change }: FieldsProps) => {
  const { compound, building } = draft
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <Field label="楼栋" error={problems.building ?? null}>
        <List>
          <Cell
            icon="building-2"
            title={building ? placeWords({ compound, building, note: '' }) : '选楼栋'}
            onTap={() => setChoosing(true)}
          />
        </List>
        <BuildingSheet
          open={choosing}
          title="你住哪栋楼"
          communityId={form.communityId}
          compounds={form.compounds}
          value={building ? { compound, building } : null}
          onPick={(spot) => change({ compound: spot.compound, building: spot.building ?? '' })}
          onClose={() => setChoosing(false)}
        />
      </Field>
      <TextInput
        label="单元"
        hint="只有一个单元填 1"
        placeholder="如 2"
        maxLength={limits.residency.doorPartLength}
        value={draft.unit}
        error={problems.unit ?? null}
        onChange={(unit) => change({ unit })}
      />
      <TextInput
        label="房号"
        hint="门上的号"
        placeholder="如 301"
        maxLength={limits.residency.doorPartLength}
        value={draft.room}
        error={problems.room ?? null}
        onChange={(room) => change({ room })}
      />
    </>
  )
}

/** For those whose home is in none yet: which community they mean. */
const OtherCommunity = ({ communityId }: { communityId: string }) => {
  const [choosing, setChoosing] = useState(false)
  const isSettled = useSession((session) => Boolean(session.me?.residency))
  if (isSettled) return null
  return (
    <View>
      <Button small look="soft" text="换社区" onTap={() => setChoosing(true)} />
      <Sheet open={choosing} title="你住在哪个社区" onClose={() => setChoosing(false)}>
        <CommunityList current={communityId} onChosen={() => setChoosing(false)} />
      </Sheet>
    </View>
  )
}
