import type { CallInput } from '../support/caller'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'
import { unzip } from '../../cloudfunctions/imports/zip'

export { stored } from '../residency/story'

export const pinganli = 'wendeng.tianfu.pinganli'

export const day = 86_400_000

/** Staff ask to see who is behind a case, or behind something else. */
export const revealing = (
  targetId: string,
  fields: Partial<CallInput<'privacy.reveal'>> = {},
): CallInput<'privacy.reveal'> => ({
  requestId: newRequestId(),
  kind: 'case',
  targetId,
  reason: 'call_back',
  words: '约上门时间',
  ...fields,
})

/** A calendar day so many days from now, as the calendar in China has it. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * day + 8 * 3_600_000).toISOString().slice(0, 10)

/** Days that hold whatever a story did, also when midnight passes under it. */
export const thisWeek = () => ({
  ...{ from: dayFromNow(-3), until: dayFromNow(1) },
  ...{ subjectId: null, actorId: null, action: null },
})

/** Moves the clock of the functions. */
export const later = (cloud: TestCloud, ms: number): void =>
  cloud.faults.set({ clockSkewMs: { privacy: ms, jobs: ms, inbox: ms } })

type Worker = 'buildCopies' | 'eraseAccounts' | 'removeOutdated'

/** Runs a timer until it says that there is no more to do. */
export async function runOut(cloud: TestCloud, timer: Worker): Promise<void> {
  for (let run = 0; run < 50; run += 1) {
    const reply = await cloud.timer(timer)
    if (!reply.ok) throw new Error(`${timer}: ${reply.code}`)
    if (!reply.data.more) return
  }
  throw new Error(`${timer} does not come to an end`)
}

export const askCopy = (who: Caller, requestId = newRequestId()) => who.call('privacy.askCopy', { requestId })

/** Asks for a copy and has the timer make it. */
export async function readyCopy(cloud: TestCloud, who: Caller): Promise<void> {
  await who.get('privacy.askCopy', { requestId: newRequestId() })
  await runOut(cloud, 'buildCopies')
}

/** The files of a copy as whoever has the link gets them, unpacked. */
export async function fetchedCopy(who: Caller): Promise<Map<string, Map<string, Buffer>>> {
  const { files } = await who.get('privacy.openCopy', {})
  const found = new Map<string, Map<string, Buffer>>()
  for (const { name, url } of files) {
    const bytes = Buffer.from(await (await fetch(encodeURI(url))).arrayBuffer())
    const unpacked = unzip(bytes)
    if (!unpacked) throw new Error(`${name} is no archive`)
    found.set(name, unpacked)
  }
  return found
}

export const erase = (who: Caller, requestId = newRequestId()) => who.call('privacy.erase', { requestId })
