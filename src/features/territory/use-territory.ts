import { sentenceOf } from '@/services/messages'
import type { CallReply } from '@/services/replies'
import { useSession, workCommunity } from '@/services/session'
import { toast } from '@/services/toast'
import { perform, type EffectName } from '@/services/use-action'
import { useQuery, type Query } from '@/services/use-query'
import type { Input } from '@contract/index'
import type { Tree } from './words'

type ChangeName = Extract<EffectName, `territory.${string}`>
type Said<N extends ChangeName> = Omit<Input<N>, 'requestId' | 'communityId' | 'version'>

/**
 * Changes what is seen, and shows how it is then.
 * @returns null when it was done; else why not, in words
 */
export type Change = <N extends ChangeName>(name: N, said: Said<N>, done: string) => Promise<string | null>

export interface Territory {
  query: Query<Tree>
  community: { id: string; name: string } | null
  change: Change
}

/** The territory of the community on which somebody works. */
export const useTerritory = (): Territory => {
  const community = useSession(workCommunity)
  const query = useQuery('territory.tree', community ? { communityId: community.id } : null)
  const change: Change = async (name, said, done) => {
    const { data } = query
    if (!data) return null
    const seen = { communityId: data.communityId, version: data.version }
    const reply = (await perform(name, { ...said, ...seen } as never)) as CallReply<'territory.tree'>
    if (reply.ok) {
      query.show(reply.data)
      toast(done)
      return null
    }
    if ((reply.code as string) === 'CHANGED_MEANWHILE') await query.reload()
    return sentenceOf(reply)
  }
  return { query, community, change }
}
