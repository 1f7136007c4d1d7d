import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/sheet'
import { isTouched } from './case-draft'
import type { CaseWriting } from './use-case-form'

/** Send, or start over. */
export const SubmitBar = ({ writing }: { writing: CaseWriting }) => {
  const { draft, unsure, busy } = writing
  const [asking, setAsking] = useState(false)
  const clear = () => {
    writing.restart()
    setAsking(false)
  }
  return (
    <>
      {isTouched(draft) && !unsure && (
        <Button look="plain" text="清空" disabled={busy} onTap={() => setAsking(true)} />
      )}
      <Button
        text={busy ? '正在提交…' : unsure ? '再提交一次' : '提交'}
        label={unsure ? '再提交一次' : '提交'}
        busy={busy}
        onTap={writing.submit}
      />
      <Confirm
        open={asking}
        title="清空写好的内容？"
        yes="清空"
        no="接着写"
        danger
        onYes={clear}
        onClose={() => setAsking(false)}
      >
        <View>文字和照片都会清掉。</View>
      </Confirm>
    </>
  )
}
