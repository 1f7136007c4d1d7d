import { useEffect, useState } from 'react'
import { back, openTab } from '@/services/go'
import { wordsOf } from '@/services/messages'
import { signIn } from '@/services/session'
import { openDeskSignIn } from '@/services/sign-in'
import { toast } from '@/services/toast'
import { Card } from '@/ui/card'
import { Cell, List } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Empty, Skeleton } from '@/ui/state'
import { fetchPersonas, signInAs, type Persona } from './personas'

const roleNames: Record<string, string> = {
  resident: '住户',
  community_worker: '社区工作者',
  service_steward: '便民服务员',
  street_staff: '街道工作人员',
  grid_worker: '网格员',
  property_staff: '物业人员',
  community_lead: '社区书记',
  district_staff: '区级工作人员',
  building_leader: '楼长',
  visitor: '没有登记的访客',
}

/** The demo's sign-in: choose who to be. Exists only in web builds for local use. */
const SignIn = () => {
  const [personas, setPersonas] = useState<Persona[] | 'failed' | null>(null)
  const load = async () => setPersonas((await fetchPersonas()) ?? 'failed')
  useEffect(() => void load(), [])
  return (
    <Page title="选择身份">
      <Card tone="info">这是演示。选一个人，就用他的身份试用近邻，人和积分都是编的。</Card>
      {openDeskSignIn && (
        <Card>
          <List>
            <Cell
              icon="qr-code"
              title="用手机扫码登录"
              note="工作人员在电脑上办公：正式使用时就这样登录"
              onTap={openDeskSignIn}
            />
          </List>
        </Card>
      )}
      <Card>
        {personas === null && <Skeleton widths={[60, 80, 60, 80, 60, 80]} />}
        {personas === 'failed' && (
          <Empty
            icon="wifi-off"
            title={wordsOf({ code: 'OFFLINE' }).what}
            note="看看本机的服务还开着没有"
            act={{ text: '再试一次', onTap: load }}
          />
        )}
        {Array.isArray(personas) && <Personas personas={personas} />}
      </Card>
    </Page>
  )
}

const Personas = ({ personas }: { personas: Persona[] }) => (
  <List>
    {personas.map((persona) => (
      <Cell
        key={persona.id}
        icon="user-round"
        title={persona.name}
        note={persona.roles.map((role) => roleNames[role] ?? role).join('、')}
        onTap={() => void become(persona)}
      />
    ))}
  </List>
)

const become = async (persona: Persona) => {
  const token = await signInAs(persona.id)
  if (!token) return toast('没有登录成功，再点一次试试')
  await signIn(token)
  if (persona.roles.some((role) => role !== 'resident' && role !== 'visitor')) openTab('staff')
  else back()
}

export default SignIn
