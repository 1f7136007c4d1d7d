import { atDesk, scanned } from '../../desk/story'
import { pair, type Pairs } from './pair'

/** 电脑登录. */
export const deskPairs: Pairs = ({ cloud, chen }) => ({
  'desk.confirm': () => pair(chen, async () => ({ deskId: (await scanned(cloud, chen)).deskId })),
  'desk.decline': () => pair(chen, async () => ({ deskId: (await scanned(cloud, chen)).deskId })),
  'desk.end': () => pair(chen, async () => ({ deskId: (await atDesk(cloud, chen)).page.deskId })),
})
