import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/sheet'
import type { ItemEditor } from './use-item-editor'

/** Save, or give up what was typed. */
export const SaveBar = ({ editor: { item, form, busy, save } }: { editor: ItemEditor }) => {
  const [asking, setAsking] = useState(false)
  const giveUp = () => {
    form.restart(item)
    setAsking(false)
  }
  return (
    <>
      {form.touched && <Button look="plain" text="放弃" disabled={busy} onTap={() => setAsking(true)} />}
      <Button
        text={item ? (form.touched ? '保存修改' : '没有改动') : '添加商品'}
        disabled={item !== null && !form.touched}
        busy={busy}
        onTap={save}
      />
      <Confirm
        open={asking}
        title="放弃填写的内容？"
        yes="放弃"
        no="接着填"
        danger
        onYes={giveUp}
        onClose={() => setAsking(false)}
      >
        <View>{item ? '会回到已保存的样子。' : '填的内容会清空。'}</View>
      </Confirm>
    </>
  )
}
