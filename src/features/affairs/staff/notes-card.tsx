import { useState } from 'react'
import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { sayMoment } from '@/services/format'
import { perform } from '@/services/use-action'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { WordsSheet } from '../parts/words-sheet'
import type { ReplyProps } from './use-reply'

/** What staff tell each other; the resident does not see it. */
export const NotesCard = ({ shown, settle }: ReplyProps) => {
  const [open, setOpen] = useState(false)
  const mayWrite = shown.may.includes('note')
  if (!mayWrite && shown.notes.length === 0) return null
  return (
    <Card
      title="内部备注"
      aside={
        mayWrite && <Button small look="soft" text="写一条" label="写一条备注" onTap={() => setOpen(true)} />
      }
    >
      {shown.notes.length === 0 && <View className="t-note">只有工作人员看得到，居民看不到。</View>}
      {[...shown.notes].reverse().map((note, index) => (
        <View key={`${note.at} ${index}`} className="staff-note t-break">
          <View>{note.text}</View>
          <View className="t-tiny">
            {note.by} · {sayMoment(note.at)}
          </View>
        </View>
      ))}
      <WordsSheet
        name={`note.${shown.id}`}
        open={open}
        title="写内部备注"
        note="只有工作人员看得到，居民看不到。"
        label="备注"
        placeholder="如：已电话联系，周三上午去看"
        maxLength={limits.case.noteLength}
        yes="记下"
        onClose={() => setOpen(false)}
        onYes={async (text) => settle(await perform('affairs.note', { caseId: shown.id, text }), '已记下')}
      />
    </Card>
  )
}
