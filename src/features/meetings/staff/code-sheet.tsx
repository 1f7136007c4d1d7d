import { useState } from 'react'
import { View } from '@tarojs/components'
import { liveProps } from '@/ui/aria'
import { TextBox } from '@/ui/text-box'
import { Confirm } from '@/ui/sheet'
import { useScanMember } from './use-scan-member'

interface Props {
  open: boolean
  meetingId: string
  onClose: () => void
  onDone: () => Promise<void>
}

/** For a hand scanner at a desk: it types what it reads into the field, and presses Enter. */
export const CodeSheet = ({ open, meetingId, onClose, onDone }: Props) => {
  const [text, setText] = useState('')
  const { said, send } = useScanMember(meetingId, onDone)
  const read = async () => {
    if (text.trim() === '') return
    await send(text)
    setText('')
  }
  return (
    <Confirm open={open} title="扫居民的签到码" yes="签到" no="关上" onYes={read} onClose={onClose}>
      <View className="t-note">用扫码枪对准居民手机上的码。可以一个接一个扫。</View>
      <View className="mt-3">
        <TextBox
          label="居民的签到码"
          placeholder="扫到的内容会出现在这里"
          maxLength={400}
          focus
          value={text}
          onChange={setText}
          onDone={() => void read()}
        />
      </View>
      <View className="mt-3" {...liveProps}>
        {said && <View className={said.ok ? 't-head' : 'field-error'}>{said.text}</View>}
      </View>
    </Confirm>
  )
}
