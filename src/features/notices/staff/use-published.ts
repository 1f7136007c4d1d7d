import { call } from '@/services/call'
import { useQuery, type Query } from '@/services/use-query'
import type { Answer } from './notice-types'
import type { Office } from './offices'

/** What an office ever published, newest first. */
export const usePublished = (office: Office | null): Query<Answer> => {
  const isStreet = office?.kind === 'street'
  const ofCommunity = useQuery(
    'notices.staffNotices',
    office && !isStreet ? { communityId: office.id } : null,
  )
  const ofStreet = useQuery('notices.streetNotices', office && isStreet ? { streetId: office.id } : null)
  return isStreet ? ofStreet : ofCommunity
}

/** The page of it after another; null where it could not be had. */
export const olderOf = async (office: Office, before: string): Promise<Answer | null> => {
  const reply =
    office.kind === 'street'
      ? await call('notices.streetNotices', { streetId: office.id, before })
      : await call('notices.staffNotices', { communityId: office.id, before })
  return reply.ok ? reply.data : null
}
