import { useCallback, useEffect } from 'react'
import { View } from '@tarojs/components'
import type { Output } from '@contract/index'
import { call } from '@/services/call'
import { sentenceOf } from '@/services/messages'
import { useSession } from '@/services/session'
import { toast } from '@/services/toast'
import { setUnread } from '@/services/unread'
import { perform } from '@/services/use-action'
import { useOlder, type OlderPage } from '@/services/use-older'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { More } from '@/ui/more'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { MessageRow } from './message-row'
import { targetOf, type Message } from './targets'
import { WechatCard } from './wechat-card'
import './inbox.css'

type Answer = Output<'inbox.messages'>

/** 消息: everything that concerns me, newest first; a tap leads to what it is about. */
const MessagesPage = () => {
  const isMember = useSession((session) => session.me !== null)
  const query = useQuery('inbox.messages', isMember ? {} : null)
  const unread = query.data?.unread
  useEffect(() => {
    if (unread !== undefined) setUnread(unread)
  }, [unread])
  /** What is on the screen turns read at once: nothing depends on when the server hears of it. */
  const markRead = (answer: Answer, messageId: string | null, left: number) =>
    query.show({
      ...answer,
      unread: left,
      messages: answer.messages.map((one) =>
        messageId === null || one.id === messageId ? { ...one, read: true } : one,
      ),
    })
  const openOne = (answer: Answer, message: Message) => {
    if (!message.read) {
      markRead(answer, message.id, Math.max(0, answer.unread - 1))
      void perform('inbox.read', { messageId: message.id }).then(
        (reply) => reply.ok && setUnread(reply.data.unread),
      )
    }
    targetOf(message).open?.(message.target.id)
  }
  const readAll = async (answer: Answer) => {
    const reply = await perform('inbox.read', { messageId: null })
    if (reply.ok) markRead(answer, null, reply.data.unread)
    else toast(sentenceOf(reply))
    return reply.ok
  }
  return (
    <Page title="消息" refresh={query.reload}>
      <OnlyMembers title="登录后看消息" note="事情有了进展，会在这里告诉你">
        <Loaded query={query}>
          {(answer) => (
            <Rows
              answer={answer}
              openOne={(message) => openOne(answer, message)}
              readAll={() => readAll(answer)}
            />
          )}
        </Loaded>
      </OnlyMembers>
    </Page>
  )
}

interface RowsProps {
  answer: Answer
  openOne: (message: Message) => void
  /** @returns whether they are read now */
  readAll: () => Promise<boolean>
}

const Rows = ({ answer, openOne, readAll }: RowsProps) => {
  const older = useCallback(async (before: string) => {
    const reply = await call('inbox.messages', { before })
    return reply.ok ? pageOf(reply.data) : null
  }, [])
  const list = useOlder(pageOf(answer), older)
  const markRead = (messageId: string | null) =>
    list.change((one) => (messageId === null || one.id === messageId ? { ...one, read: true } : one))
  const tapAll = async () => {
    if (await readAll()) markRead(null)
  }
  const tapOne = (message: Message) => {
    openOne(message)
    markRead(message.id)
  }
  if (list.rows.length === 0) {
    return (
      <Card>
        <Empty icon="bell" title="还没有消息" note="你提的事有了进展，会在这里告诉你" />
      </Card>
    )
  }
  return (
    <>
      {answer.unread > 0 && (
        <View className="row inbox-head">
          <View className="grow t-note">{answer.unread} 条未读</View>
          <Button small look="soft" text="全部已读" onTap={tapAll} />
        </View>
      )}
      <Card>
        {list.rows.map((message) => (
          <MessageRow key={message.id} message={message} onTap={() => tapOne(message)} />
        ))}
        <More list={list} what="更早的" end="就这些了" />
      </Card>
      <WechatCard />
    </>
  )
}

const pageOf = ({ messages, nextBefore }: Answer): OlderPage<Message, string> => ({
  rows: messages,
  nextBefore,
})

export default MessagesPage
