import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choices } from '@/ui/choices'
import { Field, Switch, TextInput } from '@/ui/form'
import { askedOf, faultsOf, hasFull, newDraft, type Draft, type Faults } from './draft'
import { Scope } from './scope'
import type { Making } from './use-making'
import { kindNotes, kindWords, type Export } from './words'

const kinds = (Object.keys(kindWords) as Export['kind'][]).map((value) => ({ value, text: kindWords[value] }))

/** What is wanted, of when, and whether in full. */
export const AskCard = ({ communityId, making }: { communityId: string; making: Making }) => {
  const [draft, setDraft] = useState(() => newDraft(Date.now()))
  const [faults, setFaults] = useState<Faults>({})
  const change = (fields: Partial<Draft>) => {
    setDraft({ ...draft, ...fields })
    setFaults({})
  }
  const ask = async () => {
    const found = faultsOf(draft)
    setFaults(found)
    if (Object.keys(found).length === 0) await making.ask(askedOf(draft))
  }
  return (
    <Card title="导出什么">
      <Choices
        label="导出什么"
        value={draft.kind}
        options={kinds}
        onChange={(kind) =>
          change({ kind: kind as Export['kind'], subjectId: null, full: false, reason: '' })
        }
      />
      <View className="t-note mt-2">{kindNotes[draft.kind]}</View>
      <View className="mt-4">
        <Scope communityId={communityId} draft={draft} faults={faults} change={change} />
      </View>
      {hasFull(draft.kind) && <Full draft={draft} faults={faults} change={change} />}
      <View className="row mt-4">
        <Button icon="file-spreadsheet" text="导出" busy={making.busy} onTap={ask} />
      </View>
      <View className="t-note mt-2 center">
        最多 {limits.exports.rows.toLocaleString('en-US')} 行，留 {limits.exports.hours}{' '}
        小时，每次导出都有记录
      </View>
    </Card>
  )
}

interface FullProps {
  draft: Draft
  faults: Faults
  change: (fields: Partial<Draft>) => void
}

/** Names and numbers are masked unless somebody says why not. */
const Full = ({ draft, faults, change }: FullProps) => (
  <View className="mt-2">
    <Field label="姓名和号码">
      <View className="export-full">
        <View className="grow">{draft.full ? '完整' : '隐去一部分'}</View>
        <Switch label="完整姓名和号码" on={draft.full} onChange={(full) => change({ full })} />
      </View>
    </Field>
    {draft.full && (
      <TextInput
        label="为什么要完整的"
        placeholder="例如 街道核对人口"
        maxLength={limits.exports.reasonLength}
        value={draft.reason}
        error={faults.reason}
        onChange={(reason) => change({ reason })}
      />
    )}
  </View>
)
