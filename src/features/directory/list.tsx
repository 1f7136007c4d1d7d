import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { addressOf } from '@/services/go'
import { useShare } from '@/services/platform/share'
import { communityShown, useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { ChooseCommunity } from '@/ui/community-list'
import { Loaded } from '@/ui/loaded'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/state'
import { TextBox } from '@/ui/text-box'
import { EntryRow } from './parts/entry-row'
import { grouped, isFound, kindWords, type Entry } from './words'
import './directory.css'

/** Fewer than these are seen at a glance: nothing to search. */
const searchedFrom = 6

/** 便民电话: whom to call for what. Everybody may read it. Query: `community`. */
const DirectoryPage = () => {
  const asked = useRouter().params['community']
  const shown = useSession(communityShown)
  const communityId = asked ?? shown
  const query = useQuery('directory.list', communityId === null ? null : { communityId })
  useShare(
    communityId === null
      ? null
      : { title: '社区便民电话', path: addressOf('directory', { community: communityId }) },
  )
  return (
    <Page title="便民电话" refresh={query.reload}>
      {communityId === null ? (
        <ChooseCommunity />
      ) : (
        <Loaded query={query}>{({ entries }) => <Entries entries={entries} />}</Loaded>
      )}
    </Page>
  )
}

const Entries = ({ entries }: { entries: readonly Entry[] }) => {
  const [asked, setAsked] = useState('')
  const found = entries.filter((entry) => isFound(entry, asked))
  if (entries.length === 0) {
    return (
      <Card>
        <Empty icon="phone" title="还没有便民电话" note="社区工作人员填好以后，会出现在这里" />
      </Card>
    )
  }
  return (
    <>
      {entries.length >= searchedFrom && (
        <View className="entry-search">
          <TextBox
            label="找电话"
            placeholder="找什么，如 物业、血压、暖气"
            maxLength={20}
            value={asked}
            onChange={setAsked}
          />
        </View>
      )}
      {found.length === 0 && (
        <Card>
          <Empty icon="phone" title="没有找到" note="换个说法试试，或打 12345 问问" />
        </Card>
      )}
      {grouped(found).map(([kind, some]) => (
        <Card key={kind} title={kindWords[kind]}>
          {some.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </Card>
      ))}
    </>
  )
}

export default DirectoryPage
