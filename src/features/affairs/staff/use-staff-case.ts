import { sentenceOf } from '@/services/messages'
import type { CallReply } from '@/services/replies'
import { toast } from '@/services/toast'
import { useQuery, type Query } from '@/services/use-query'
import type { StaffCase } from '../parts/case-types'
import { useChangedCase } from './changed-case'

export interface StaffCaseWork {
  query: Query<StaffCase>
  /**
   * Shows what an action answered and says so. After somebody else's change it shows the latest.
   * @returns null when it is done, else why not
   */
  settle: (reply: CallReply<'affairs.accept'>, done: string) => Promise<string | null>
}

/** One case at work. @param onChanged the queue is out of date */
export const useStaffCase = (caseId: string | undefined, onChanged?: () => void): StaffCaseWork => {
  const query = useQuery('affairs.show', caseId === undefined ? null : { caseId })
  const settle: StaffCaseWork['settle'] = async (reply, done) => {
    if (!reply.ok) {
      const words = sentenceOf(reply)
      toast(words)
      if (['CHANGED_MEANWHILE', 'WRONG_STATE', 'NOT_FOUND'].includes(reply.code)) await query.reload()
      return words
    }
    query.show(reply.data)
    useChangedCase.setState({ changed: reply.data })
    toast(done)
    onChanged?.()
    return null
  }
  return { query, settle }
}
