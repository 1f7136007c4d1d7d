import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { open } from '@/services/go'
import { useWide } from '@/services/platform/wide'
import { useOlder, type OlderPage } from '@/services/use-older'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Select } from '@/ui/form'
import { Loaded } from '@/ui/loaded'
import { More } from '@/ui/more'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { ManageRow } from './staff/manage-row'
import { useOffices, type Office } from './staff/offices'
import { ReachSheet } from './staff/reach-sheet'
import type { Answer, StaffNotice } from './staff/notice-types'
import { TakeDownSheet } from './staff/take-down-sheet'
import { olderOf, usePublished } from './staff/use-published'
import './notices.css'

/** 公示通知管理: all that a community, or a street, published, and the way to publish and to take down. */
const Manage = () => {
  const offices = useOffices()
  const [chosen, setChosen] = useState('')
  const office = offices.find(({ id }) => id === chosen) ?? offices[0] ?? null
  const wide = useWide()
  const query = usePublished(office)
  const add = () => open('noticeForm', paramsOf(office))
  return (
    <Page
      title="公示通知管理"
      refresh={query.reload}
      footer={office && !wide && <Button icon="plus" text="发一条" onTap={add} />}
    >
      {office && wide && (
        <View className="row mt-2">
          <View className="t-title grow">{office.name}</View>
          <Button small icon="plus" text="发一条" onTap={add} />
        </View>
      )}
      {offices.length > 1 && office && <Choose {...{ offices, office }} onChange={setChosen} />}
      {office ? (
        <Loaded key={office.id} query={query}>
          {(answer) => <Rows answer={answer} office={office} reload={query.reload} />}
        </Loaded>
      ) : (
        <Card>
          <Empty icon="clipboard-list" title="这里给工作人员用" note="登录后，就能发公示和通知" />
        </Card>
      )}
    </Page>
  )
}

interface ChooseProps {
  offices: readonly Office[]
  office: Office
  onChange: (id: string) => void
}

/** For whoever works for a community and for a street. */
const Choose = ({ offices, office, onChange }: ChooseProps) => (
  <Card>
    <Select
      label="替谁发"
      value={office.id}
      options={offices.map(({ id, name }) => ({ value: id, text: name }))}
      onChange={onChange}
    />
  </Card>
)

interface RowsProps {
  answer: Answer
  office: Office
  reload: () => Promise<void>
}

const Rows = ({ answer, office, reload }: RowsProps) => {
  const [taking, setTaking] = useState<StaffNotice | null>(null)
  const [counting, setCounting] = useState<StaffNotice | null>(null)
  const { kind, id, name } = office
  const older = useCallback(
    async (before: string) => {
      const page = await olderOf({ kind, id, name }, before)
      return page && pageOf(page)
    },
    [kind, id, name],
  )
  const list = useOlder(pageOf(answer), older)
  if (list.rows.length === 0) {
    return (
      <Card>
        <Empty icon="megaphone" title="还没有发过" note={emptyWords[kind]} />
      </Card>
    )
  }
  return (
    <>
      <View className="mt-2" />
      <Card>
        {list.rows.map((notice) => (
          <ManageRow
            key={notice.id}
            notice={notice}
            onCount={() => setCounting(notice)}
            onTakeDown={() => setTaking(notice)}
            onMend={() => open('noticeForm', { ...paramsOf(office), from: notice.id })}
          />
        ))}
        <More list={list} what="更早的" end="就这些了" />
      </Card>
      <ReachSheet notice={counting} onClose={() => setCounting(null)} />
      <TakeDownSheet notice={taking} onClose={() => setTaking(null)} onDone={reload} />
    </>
  )
}

const emptyWords: Record<Office['kind'], string> = {
  community: '停水、公示、倡议，发在这里，首页就能看到',
  street: '在这里发一次，街道所有社区的居民都能看到',
}

const paramsOf = (office: Office | null): Record<string, string> =>
  office?.kind === 'street' ? { street: office.id } : {}

const pageOf = ({ notices, nextBefore }: Answer): OlderPage<StaffNotice, string> => ({
  rows: notices,
  nextBefore,
})

export default Manage
