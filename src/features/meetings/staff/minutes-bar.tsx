import { useState } from 'react'
import { View } from '@tarojs/components'
import { toast } from '@/services/toast'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/sheet'
import type { MinutesWork } from './use-minutes'

/** Keeps the draft, or shows it to everybody after asking. */
export const MinutesBar = ({ work }: { work: MinutesWork }) => {
  const [asking, setAsking] = useState(false)
  const published = Boolean(work.minutes?.publishedAt)
  const save = async () => {
    if (await work.save()) toast('草稿已保存，居民还看不到')
  }
  const publish = async () => {
    await work.publish()
    setAsking(false)
  }
  return (
    <>
      {!published && (
        <Button
          look="plain"
          text={work.saved && work.minutes ? '已保存' : '存草稿'}
          disabled={work.saved}
          busy={work.busy}
          onTap={save}
        />
      )}
      <Button
        text={published ? (work.saved ? '已发布' : '发布更正') : '发布'}
        disabled={published && work.saved}
        busy={work.busy}
        onTap={() => setAsking(true)}
      />
      <Confirm
        open={asking}
        title={published ? '发布更正？' : '发布纪要？'}
        yes="发布给居民"
        onYes={publish}
        onClose={() => setAsking(false)}
      >
        <View>
          所有居民都看得到。要办的事会立案，之后不能改，只能更新办理情况。请再看一眼有没有写到居民的名字、电话。
        </View>
      </Confirm>
    </>
  )
}
