import { View } from '@tarojs/components'
import { limits } from '@contract/limits'
import { Cell } from '@/ui/cell'
import { Switch, TextInput } from '@/ui/form'
import type { StaffCase } from '../parts/case-types'
import { questionFrom, type ReplyDraft } from './reply-draft'

interface Props {
  shown: StaffCase
  draft: ReplyDraft
  change: (fields: Partial<ReplyDraft>) => void
}

/** Whether everybody may read question and answer, and in which words. */
export const PublishFields = ({ shown, draft, change }: Props) => (
  <>
    <Cell
      title="公开给全体居民"
      note="放到「邻居们的建议和答复」"
      tail={
        <Switch
          label="公开给全体居民"
          on={draft.publish}
          onChange={(publish) => change({ publish, question: draft.question || questionFrom(shown.text) })}
        />
      }
    />
    {draft.publish && (
      <>
        <View className="notice-line">请改到认不出是谁：去掉姓名、门牌、电话和车牌。</View>
        <TextInput
          label="公开的问题"
          multiline
          maxLength={limits.case.publicLength}
          value={draft.question}
          onChange={(question) => change({ question })}
        />
        <TextInput
          label="公开的答复"
          multiline
          maxLength={limits.case.replyLength}
          value={draft.answer ?? draft.text}
          onChange={(answer) => change({ answer })}
        />
      </>
    )}
  </>
)
