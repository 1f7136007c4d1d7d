import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { useSession } from '@/services/session'
import { useQuery } from '@/services/use-query'
import { Button } from '@/ui/button'
import { heldLine } from '@/ui/held-words'
import { Loaded } from '@/ui/loaded'
import { OnlyMembers } from '@/ui/only-members'
import { Page } from '@/ui/page'
import { RateCard } from './parts/rate-card'
import { SaidCard } from './parts/said-card'
import { ReceiptCard, StateCard } from './parts/state-card'
import { Timeline } from './parts/timeline'
import { WithdrawSheet } from './parts/withdraw-sheet'
import './affairs.css'

/** One of my cases. Query: `id`; `new` right after it was sent. */
const CasePage = () => {
  const { id, new: fresh } = useRouter().params
  const isMember = useSession((session) => session.me !== null)
  const query = useQuery('affairs.mineShown', id && isMember ? { caseId: id } : null)
  const [withdrawing, setWithdrawing] = useState(false)
  const footer = query.data?.may.includes('withdraw') && (
    <Button look="plain" text="撤回" onTap={() => setWithdrawing(true)} />
  )
  return (
    <Page title="诉求进展" refresh={query.reload} footer={footer}>
      <OnlyMembers title="登录后看你的诉求" note="公开的答复不登录也能看">
        <Loaded query={query}>
          {(shown) => (
            <>
              {fresh === '1' && shown.state === 'submitted' ? (
                <ReceiptCard shown={shown} />
              ) : (
                <StateCard shown={shown} />
              )}
              <RateCard shown={shown} onChanged={query.show} reload={query.reload} />
              <SaidCard shown={shown} notes={shown.photosHeld.map(heldLine)} />
              <Timeline rows={shown.timeline} />
              <WithdrawSheet
                shown={shown}
                open={withdrawing}
                onClose={() => setWithdrawing(false)}
                onChanged={query.show}
              />
            </>
          )}
        </Loaded>
      </OnlyMembers>
    </Page>
  )
}

export default CasePage
