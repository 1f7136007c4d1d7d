import type { Me } from '@/services/session'
import { sayBuilding } from '@/ui/case-words'
import type { Identity, Kind } from './case-draft'

/** The ways to be seen, the usual one in the middle. */
export const identities: readonly { value: Identity; text: string }[] = [
  { value: 'named', text: '实名' },
  { value: 'masked', text: '只显示姓' },
  { value: 'anonymous', text: '匿名' },
]

/** Who will see what of me, said before anything is sent. One line for each kind of person. */
export const whoSees = (identity: Identity, me: Me | null, kind: Kind): { staff: string; others: string } => {
  const name = me?.name ?? ''
  const home = me?.residency ? `，住 ${sayBuilding(me.residency.building)}，不含门牌` : ''
  const staff = {
    named: `看到你的姓名${name && `「${name}」`}${home}`,
    masked: `只看到你的姓${name && `「${[...name][0]}」`}，名字用星号代替${home}`,
    anonymous: '看不到你是谁、住哪里。社区没法打电话问你，请写清楚些，答复照样发给你',
  }[identity]
  const unseen = '看不到你的名字、照片和你写的原话'
  if (kind === 'report') return { staff, others: unseen }
  const published = identity === 'named' ? '，署名只留你的姓' : '，不署名'
  return { staff, others: `${unseen}。建议公开答复时，由社区改写后公布${published}` }
}
