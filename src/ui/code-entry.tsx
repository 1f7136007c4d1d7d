import { useState } from 'react'
import { View } from '@tarojs/components'
import { canScan } from '@/services/platform/scan'
import { Button } from './button'
import { Card } from './card'
import { TextBox } from './text-box'

interface Props {
  title: string
  /** What to do where there is a camera, and where there is none. */
  notes: { scanning: string; pasting: string }
  /** What is read, e.g. 签到码. */
  label: string
  yes: string
  busy: boolean
  onCode: (text: string) => unknown
}

/** How to scan a code; where no camera can be used, a field for what another scanner read. */
export const CodeEntry = ({ title, notes, label, yes, busy, onCode }: Props) => {
  const [text, setText] = useState('')
  const send = () => (text.trim() === '' ? undefined : onCode(text))
  return (
    <Card title={title}>
      <View className="t-note">{canScan ? notes.scanning : notes.pasting}</View>
      {!canScan && (
        <>
          <View className="mt-3">
            <TextBox
              label={label}
              placeholder="贴上扫到的内容"
              maxLength={400}
              value={text}
              onChange={setText}
              onDone={send}
            />
          </View>
          <View className="row mt-3">
            <Button text={yes} disabled={text.trim() === ''} busy={busy} onTap={send} />
          </View>
        </>
      )}
    </Card>
  )
}
