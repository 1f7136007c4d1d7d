import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { liveProps } from '@/ui/aria'
import { Card } from '@/ui/card'
import { BuildingSheet } from '@/ui/buildings/building-sheet'
import { placeWords, type CaseCategory } from '@/ui/case-words'
import { Cell, List } from '@/ui/cell'
import { Field, TextInput } from '@/ui/form'
import { Icon } from '@/ui/icon'
import { TextBox } from '@/ui/text-box'
import { PhotoRow } from '@/ui/photos/photo-row'
import type { CaseForm, Kind } from './case-draft'
import { CategoryGrid } from './category-grid'
import { IdentityCard } from './identity-card'
import type { CaseWriting } from './use-case-form'

/** All of the form: what is wrong, photos, words, category, place, name. */
export const FormCards = ({ writing }: { writing: CaseWriting }) => {
  if (writing.unsure) return <Unsure writing={writing} />
  return (
    <>
      <View {...liveProps}>{writing.trouble && <Notice text={writing.trouble} />}</View>
      <Card>
        <PhotoRow
          photos={writing.photos}
          disabled={writing.busy}
          note={`最多 ${limits.case.photos} 张。位置等拍摄信息会自动去除`}
        />
      </Card>
      <What writing={writing} />
      <Where writing={writing} />
      <IdentityCard writing={writing} />
    </>
  )
}

/** Sent, and no answer: a change now could make two of one. */
const Unsure = ({ writing: { draft } }: { writing: CaseWriting }) => (
  <>
    <Notice text="刚才提交后没有收到结果，可能已经收到，也可能没有。点下面「再提交一次」问清楚，不会变成两件。" />
    <Card title="你提交的内容">
      <View className="t-break case-text">{draft.unsure?.text}</View>
      <View className="t-note mt-2">
        {draft.unsure && placeWords(draft.unsure.place)}
        {draft.photos.length > 0 && ` · ${draft.photos.length} 张照片`}
      </View>
    </Card>
  </>
)

const Notice = ({ text }: { text: string }) => (
  <Card tone="warn">
    <View className="row notice">
      <Icon name="circle-alert" />
      <View className="grow">{text}</View>
    </View>
  </Card>
)

const What = ({ writing: { draft, kind, form, problems, change } }: { writing: CaseWriting }) => {
  const label = kind === 'report' ? '说说发生了什么' : '你的建议'
  const answerDays = draft.category === null ? null : answerWithin(form, kind, draft.category)
  return (
    <Card>
      <Field label={label} hint={`${draft.text.length}/${limits.case.textLength}`} error={problems.text}>
        <TextBox
          label={label}
          placeholder={kind === 'report' ? '有照片可以不写。写得越具体，办得越快' : '想改什么、为什么'}
          multiline
          maxLength={limits.case.textLength}
          value={draft.text}
          wrong={problems.text !== undefined}
          onChange={(text) => change({ text })}
        />
      </Field>
      <Field label="是哪一类" error={problems.category}>
        <CategoryGrid value={draft.category} onChange={(category) => change({ category })} />
        {answerDays !== null && (
          <View className="t-note mt-2">
            提交后 {form.acceptWithinDays} 个工作日内受理，{answerDays} 个工作日内答复
          </View>
        )}
      </Field>
    </Card>
  )
}

/** Working days until the answer. */
const answerWithin = (form: CaseForm, kind: Kind, category: CaseCategory): number =>
  kind === 'suggestion' ? form.suggestionAnswerWithinDays : form.answerWithinDays[category]

const Where = ({ writing: { form, place, problems, change } }: { writing: CaseWriting }) => {
  const [open, setOpen] = useState(false)
  return (
    <Card>
      <List>
        <Cell
          icon="map-pin"
          title="在哪里"
          note={place ? placeWords({ ...place, note: '' }) : '选小区和楼栋'}
          onTap={() => setOpen(true)}
        />
      </List>
      {problems.place && <View className="field-error">{problems.place}</View>}
      {place && (
        <TextInput
          label="具体位置"
          placeholder="如 2 单元楼道、东门岗亭旁，可以不写"
          maxLength={limits.case.placeNoteLength}
          value={place.note}
          onChange={(note) => change({ place: { ...place, note: note.replace(/\n/g, ' ') } })}
        />
      )}
      <BuildingSheet
        open={open}
        title="在哪里"
        publicAreas
        communityId={form.communityId}
        compounds={form.compounds}
        value={place}
        onPick={(spot) => change({ place: { ...spot, note: place?.note ?? '' } })}
        onClose={() => setOpen(false)}
      />
    </Card>
  )
}
