import { useQuery } from '@/services/use-query'
import { Loaded } from '@/ui/loaded'
import { Report } from './report'
import type { ImportReport } from './run-to'

interface Props {
  communityId: string
  importId: string
  chooseAgain: () => unknown
  /** After a run has come to an end. */
  onStep?: () => unknown
}

/** One import, fetched; in a page or beside the list. */
export const ReportPane = ({ communityId, importId, chooseAgain, onStep }: Props) => {
  const query = useQuery('imports.show', { communityId, importId })
  const follow = (report: ImportReport) => {
    query.show(report)
    if (report.state === 'applied' || report.state === 'undone') void onStep?.()
  }
  return (
    <Loaded query={query}>
      {(report) => <Report report={report} onReport={follow} chooseAgain={chooseAgain} />}
    </Loaded>
  )
}
