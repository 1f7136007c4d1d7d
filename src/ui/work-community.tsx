import { useState } from 'react'
import { chooseWorkCommunity, useSession, workCommunities, workCommunity } from '@/services/session'
import { Button } from './button'
import { Cell, List } from './cell'
import { Icon } from './icon'
import { Sheet } from './sheet'

/** For those whose duties reach several communities: on which one they work now. */
export const WorkCommunity = () => {
  const me = useSession((session) => session.me)
  const current = useSession(workCommunity)
  const [choosing, setChoosing] = useState(false)
  const all = workCommunities(me)
  const choose = (id: string) => {
    chooseWorkCommunity(id)
    setChoosing(false)
  }
  if (all.length < 2) return null
  return (
    <>
      <Button small look="soft" text="切换" label="切换社区" onTap={() => setChoosing(true)} />
      <Sheet open={choosing} title="在哪个社区工作" onClose={() => setChoosing(false)}>
        <List>
          {all.map((one) => (
            <Cell
              key={one.id}
              title={one.name}
              note={one.streetName}
              tail={one.id === current?.id && <Icon name="circle-check" size="s" />}
              onTap={() => choose(one.id)}
            />
          ))}
        </List>
      </Sheet>
    </>
  )
}
