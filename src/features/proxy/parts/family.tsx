import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Card } from '@/ui/card'
import { Loaded } from '@/ui/loaded'
import { OnlyResidents } from '@/ui/only-residents'
import { Empty } from '@/ui/state'
import { People } from './people'

interface Props {
  memberId: string | null
  onChange: (memberId: string) => void
}

/** The others who are verified for my door. */
export const Family = (props: Props) => {
  const isResident = useSession((session) => Boolean(session.me?.residency))
  const query = useQuery('proxy.family', isResident ? {} : null)
  return (
    <OnlyResidents what="家人" why="登记在同一户的家人才能互相代办。">
      <Loaded query={query}>
        {({ persons }) => (
          <Card title="我家的人">
            {persons.length > 0 ? (
              <People persons={persons} {...props} />
            ) : (
              <Empty
                icon="users-round"
                title="这一户只登记了你"
                note="请家人用自己的微信登记住址，就能互相代办"
              />
            )}
          </Card>
        )}
      </Loaded>
    </OnlyResidents>
  )
}
