import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Card } from '@/ui/card'
import { Field, NumberInput, Select, TextInput } from '@/ui/form'
import { Icon } from '@/ui/icon'
import { ItemPhoto } from './item-photo'
import type { ItemDraft } from './item-draft'
import type { ItemEditor } from './use-item-editor'

const { item: bounds } = limits

/** The form of an item. */
export const ItemFields = ({ editor }: { editor: ItemEditor }) => {
  const { form, item, photo, trouble } = editor
  return (
    <>
      {trouble && <Notice tone="bad" text={trouble} />}
      {form.changedByOthers.length > 0 && (
        <Notice
          tone="warn"
          text={`别人刚改过这件商品（${form.changedByOthers.join('、')}）。你改的都还在，其余已换成最新的，看一眼再保存。`}
        />
      )}
      <Card title={item ? '商品资料' : '新商品'}>
        <ItemPhoto photo={photo} />
        <TextLine editor={editor} field="name" label="名称" hint="如 5kg 东北大米" most={bounds.nameLength} />
        <NumberInput
          label="所需积分"
          hint="分"
          placeholder="如 120"
          value={form.draft.costPoints}
          error={form.problems.costPoints}
          onChange={(costPoints) => form.change({ costPoints })}
        />
        {!item && (
          <NumberInput
            label="库存"
            hint="份"
            placeholder="现在有多少"
            value={form.draft.stock}
            error={form.problems.stock}
            onChange={(stock) => form.change({ stock })}
          />
        )}
        <TextLine
          editor={editor}
          field="description"
          label="说明"
          hint="分量、用法，可以不写"
          most={bounds.descriptionLength}
        />
      </Card>
      <Card title="谁能换、怎么领">
        <Limit editor={editor} />
        <TextLine
          editor={editor}
          field="pickupPlace"
          label="领取地点"
          hint="如 1 号驿站（7 号楼架空层）"
          most={bounds.pickupPlaceLength}
        />
        <TextLine
          editor={editor}
          field="pickupHours"
          label="领取时间"
          hint="如 每天 9:00–11:30"
          most={bounds.pickupHoursLength}
        />
      </Card>
    </>
  )
}

const Notice = ({ tone, text }: { tone: 'bad' | 'warn'; text: string }) => (
  <Card tone={tone}>
    <View className="row item-notice">
      <Icon name="circle-alert" />
      <View className="grow">{text}</View>
    </View>
  </Card>
)

interface LineProps {
  editor: ItemEditor
  field: 'name' | 'description' | 'pickupPlace' | 'pickupHours'
  label: string
  /** In the empty field. */
  hint: string
  most: number
}

const TextLine = ({ editor: { form }, field, label, hint, most }: LineProps) => (
  <TextInput
    label={label}
    placeholder={hint}
    maxLength={most}
    multiline={field === 'description'}
    value={form.draft[field]}
    error={form.problems[field]}
    onChange={(text) => form.change({ [field]: text } as Pick<ItemDraft, typeof field>)}
  />
)

const periods = [
  { value: 'month', text: '每月' },
  { value: 'quarter', text: '每季' },
  { value: 'always', text: '总共' },
] as const

const Limit = ({ editor: { form } }: { editor: ItemEditor }) => (
  <>
    <Field label="限兑周期">
      <Select
        label="限兑周期"
        value={form.draft.limitPeriod}
        options={periods}
        onChange={(limitPeriod) => form.change({ limitPeriod })}
      />
    </Field>
    <NumberInput
      label={`每人${periods.find(({ value }) => value === form.draft.limitPeriod)?.text ?? ''}最多换`}
      hint="份"
      value={form.draft.limitPerPerson}
      error={form.problems.limitPerPerson}
      onChange={(limitPerPerson) => form.change({ limitPerPerson })}
    />
  </>
)
