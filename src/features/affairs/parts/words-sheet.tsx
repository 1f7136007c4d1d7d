import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { oneLine } from '@/services/text'
import { useKept } from '@/services/use-kept'
import { liveProps } from '@/ui/aria'
import { TextInput } from '@/ui/form'
import { Confirm } from '@/ui/sheet'

interface Props {
  /** What the words are a draft of: they are kept on the device until they are sent. */
  name: string
  open: boolean
  title: string
  /** What will come of it. */
  note: ReactNode
  label: string
  placeholder: string
  maxLength: number
  yes: string
  onClose: () => void
  /** @returns null when it is done, else what went wrong */
  onYes: (words: string) => Promise<string | null>
}

/** Asks for a reason, a comment, a note: one line of thought, needed before something is done. */
export const WordsSheet = ({ name, onYes, label, placeholder, maxLength, note, ...sheet }: Props) => {
  const kept = useKept(`words.${name}`, { words: '' })
  const [error, setError] = useState<string | null>(null)
  const send = async () => {
    const words = oneLine(kept.read().words)
    if (words === '') return setError('请写几句')
    const trouble = await onYes(words)
    setError(trouble)
    if (trouble !== null) return
    kept.restart()
    sheet.onClose()
  }
  return (
    <Confirm {...sheet} onYes={send}>
      <View className="t-note">{note}</View>
      <View className="mt-3" {...liveProps}>
        <TextInput
          label={label}
          placeholder={placeholder}
          multiline
          maxLength={maxLength}
          value={kept.value.words}
          error={error}
          onChange={(words) => kept.change({ words })}
        />
      </View>
    </Confirm>
  )
}
