import { accepted, changing, reply, submitted } from '../affairs/story'
import { newMeeting } from '../meetings/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  checkedAfter,
  lastMessage,
  liulin,
  pass,
  pinganli,
  propose,
  proposed,
  refuse,
  said,
  storedChecks,
  textsFor,
  topicsFor,
  waiting,
  waitingWith,
} from './story'

let cloud: TestCloud
let li: Caller
let wang: Caller
let chen: Caller
let meetingId: string

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[li, wang, chen] = [await cloud.resident('li'), await cloud.resident('wang'), await cloud.staff('chen')]
})
beforeEach(async () => {
  meetingId = (await newMeeting(chen)).id
})
afterEach(() => cloud.faults.clear())

const day = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

const notice = (title: string, text: string = said.pass, communityId = pinganli) => ({
  requestId: newRequestId(),
  communityId,
  kind: 'notification' as const,
  title,
  text,
  pinned: false,
  shownUntil: day(10),
})

const listed = async (communityId = pinganli) =>
  (await cloud.guest().get('notices.list', { communityId })).notices.map(({ title }) => title)

const toAnswer = async () => {
  const kase = await submitted(li)
  await accepted(chen, kase)
  return kase
}

const answering = (kase: { id: string }, publish: { question: string; answer: string }) => ({
  ...changing(kase, 2),
  ...reply,
  publish,
})

const publicQuestions = async () =>
  (await cloud.guest().get('affairs.answered', { communityId: pinganli })).cases.map(
    ({ question }) => question,
  )

describe('[P9][A9][M7] what WeChat calls risky', () => {
  it('is refused with the field that it stands in, and nothing is written', async () => {
    expect(await propose(li, meetingId, said.risky)).toMatchObject({
      code: 'CONTENT_REFUSED',
      detail: 'text',
    })
    expect(await topicsFor(li, meetingId)).toEqual([])
    expect(await chen.call('notices.publish', notice(said.risky))).toMatchObject({
      code: 'CONTENT_REFUSED',
      detail: 'title',
    })
    expect(await chen.call('notices.publish', notice('停水', said.risky))).toMatchObject({ detail: 'text' })
    const kase = await toAnswer()
    const publish = { question: '楼道杂物', answer: said.risky }
    expect(await chen.call('affairs.answer', answering(kase, publish))).toMatchObject({
      code: 'CONTENT_REFUSED',
      detail: 'publish.answer',
    })
    expect(await li.get('affairs.mineShown', { caseId: kase.id })).toMatchObject({ state: 'accepted' })
    expect(await storedChecks(cloud)).toEqual([])
  })

  it('does not count against the one who mends it with the same request', async () => {
    const requestId = newRequestId()
    expect(await propose(li, meetingId, said.risky, requestId)).toMatchObject({ code: 'CONTENT_REFUSED' })
    expect(await propose(li, meetingId, said.pass, requestId)).toMatchObject({ ok: true })
  })

  it('is never asked again of what is through: a repeat gets its answer', async () => {
    const requestId = newRequestId()
    const first = await propose(li, meetingId, said.pass, requestId)
    cloud.faults.set({ safety: { text: 'risky' } })
    expect(await propose(li, meetingId, said.pass, requestId)).toEqual(first)
  })

  it('a suggestion or a report is not asked about: it goes to staff, and no word list stands in its way', async () => {
    const { id } = await submitted(li, { text: '有人在楼道里发刷单返利的小广告。' })
    expect(await chen.get('affairs.show', { caseId: id })).toMatchObject({ state: 'submitted' })
  })
})

describe('[P9][A9][M7] what WeChat is not sure of', () => {
  it('is there for its writer and for staff, with the words 审核中, and for nobody else', async () => {
    const topic = await proposed(li, meetingId, said.review)
    expect(topic.held).toEqual({ state: 'waiting', reason: '' })
    expect(await textsFor(wang, meetingId)).toEqual([])
    expect(await textsFor(cloud.guest(), meetingId)).toEqual([])
    const { topics } = await chen.get('meetings.host', { meetingId })
    expect(topics).toMatchObject([{ text: said.review, held: { state: 'waiting' } }])
    const support = { requestId: newRequestId(), meetingId, topicId: topic.id, support: true }
    expect(await wang.call('meetings.supportTopic', support)).toMatchObject({ code: 'NOT_FOUND' })
    const agenda = { requestId: newRequestId(), meetingId, topicId: topic.id, on: true }
    expect(await chen.call('meetings.setAgenda', agenda)).toMatchObject({ code: 'CONTENT_HELD' })
  })

  it('is shown to everybody once somebody else on the staff lets it pass', async () => {
    await proposed(li, meetingId, said.review)
    expect(await pass(chen, await waitingWith(chen, said.review))).toMatchObject({
      data: { state: 'passed' },
    })
    expect(await textsFor(wang, meetingId)).toEqual([said.review])
    expect((await topicsFor(li, meetingId))[0]?.held).toBeNull()
  })

  it('is refused with a reason: its writer is told, sees the words, and mends them', async () => {
    const topic = await proposed(li, meetingId, said.review)
    await refuse(chen, await waitingWith(chen, said.review), '请不要写联系方式')
    expect(await topicsFor(li, meetingId)).toMatchObject([
      { text: said.review, held: { state: 'refused', reason: '请不要写联系方式' } },
    ])
    expect(await textsFor(wang, meetingId)).toEqual([])
    expect(await lastMessage(li)).toMatchObject({
      title: '您提的议题没有通过审核',
      text: expect.stringContaining('请不要写联系方式'),
      target: { kind: 'meeting', id: meetingId },
    })
    const mended = { requestId: newRequestId(), meetingId, text: said.pass, instead: topic.id }
    const { topics } = await li.get('meetings.proposeTopic', mended)
    expect(topics.map(({ text }) => text)).toEqual([said.pass])
  })

  it('another person’s topic, or one that passed, does not go by being mended', async () => {
    const topic = await proposed(li, meetingId, said.pass)
    const instead = { requestId: newRequestId(), meetingId, text: '楼道灯', instead: topic.id }
    const { topics } = await wang.get('meetings.proposeTopic', instead)
    expect(topics.map(({ text }) => text).sort()).toEqual(['楼道灯', said.pass].sort())
  })

  it('as a notice it is on no list and no board until it has passed', async () => {
    const held = await chen.get('notices.publish', notice('停水，加我微信'))
    expect(held).toMatchObject({ state: 'held', held: { state: 'waiting' } })
    expect(await listed()).not.toContain('停水，加我微信')
    expect(await cloud.guest().call('notices.show', { noticeId: held.id })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await chen.get('notices.show', { noticeId: held.id })).toMatchObject({ title: '停水，加我微信' })
    const thing = await waitingWith(chen, '停水，加我微信')
    // Nobody lets pass what they wrote: the sub-district's staff look at it.
    expect(await pass(chen, thing)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await pass(await cloud.staff('zhou'), thing)).toMatchObject({ ok: true })
    expect(await listed()).toContain('停水，加我微信')
    const [board] = await cloud.engine.find({ collection: 'boards', filter: { _id: pinganli } })
    expect(JSON.stringify(board)).toContain('停水，加我微信')
  })

  it('as a notice that was taken down meanwhile it stays down', async () => {
    const { id } = await chen.get('notices.publish', notice('写错了，加我微信'))
    await chen.get('notices.takeDown', { requestId: newRequestId(), noticeId: id, reason: '写错了' })
    const thing = await waitingWith(chen, '写错了，加我微信')
    expect(await pass(await cloud.staff('zhou'), thing)).toMatchObject({ ok: true })
    expect(await listed()).not.toContain('写错了，加我微信')
    const { notices } = await chen.get('notices.staffNotices', { communityId: pinganli })
    expect(notices.find((one) => one.id === id)).toMatchObject({ state: 'taken_down' })
  })

  it('as a public answer it waits, while the reporter has the reply', async () => {
    const kase = await toAnswer()
    const publish = { question: '停车，加我微信', answer: '已经画好了车位。' }
    const shown = await chen.get('affairs.answer', answering(kase, publish))
    expect(shown.published).toMatchObject({ held: { state: 'waiting' } })
    expect(await li.get('affairs.mineShown', { caseId: kase.id })).toMatchObject({ state: 'answered' })
    expect(await publicQuestions()).not.toContain(publish.question)
    await pass(await cloud.staff('zhou'), await waitingWith(chen, publish.question))
    expect(await publicQuestions()).toContain(publish.question)
  })

  it('as a public answer that was refused it is mended by staff, and only then', async () => {
    const kase = await toAnswer()
    const publish = { question: '电梯，加我微信', answer: '已经修好了。' }
    const { version } = await chen.get('affairs.answer', answering(kase, publish))
    const mending = (question: string) => ({
      ...changing(kase, version),
      publish: { ...publish, question },
    })
    expect(await chen.call('affairs.mendPublic', mending('电梯'))).toMatchObject({ code: 'WRONG_STATE' })
    await refuse(await cloud.staff('zhou'), await waitingWith(chen, publish.question), '写了联系方式')
    expect(await lastMessage(chen)).toMatchObject({
      title: '您写的公开答复没有通过审核',
      target: { kind: 'staff_case', id: kase.id },
    })
    expect((await chen.get('affairs.show', { caseId: kase.id })).published).toMatchObject({
      ...publish,
      held: { state: 'refused', reason: '写了联系方式' },
    })
    expect(await chen.call('affairs.mendPublic', mending(said.risky))).toMatchObject({
      code: 'CONTENT_REFUSED',
      detail: 'publish.question',
    })
    expect(await (await cloud.staff('guo')).call('affairs.mendPublic', mending('电梯'))).toMatchObject({
      code: 'FORBIDDEN',
    })
    const mended = mending('三号楼的电梯')
    const first = await chen.get('affairs.mendPublic', mended)
    expect(first.published?.held).toBeNull()
    expect(await chen.get('affairs.mendPublic', mended)).toEqual(first)
    expect(await publicQuestions()).toContain('三号楼的电梯')
    expect(await li.get('affairs.mineShown', { caseId: kase.id })).toMatchObject({ state: 'answered' })
  })

  it('of a case that was reopened meanwhile nothing comes to light', async () => {
    const kase = await toAnswer()
    const publish = { question: '垃圾，加我微信', answer: '已经清走了。' }
    await chen.get('affairs.answer', answering(kase, publish))
    await li.get('affairs.reopen', { requestId: newRequestId(), caseId: kase.id, comment: '没清' })
    await pass(await cloud.staff('zhou'), await waitingWith(chen, publish.question))
    expect(await publicQuestions()).not.toContain(publish.question)
  })
})

describe('[P9][A9][M7] a check that is down or slow', () => {
  it.each(['down', 'slow'] as const)('(%s) lets nobody wait long, and loses nothing', async (text) => {
    cloud.faults.set({ safety: { text } })
    const from = Date.now()
    const words = `路灯不亮了（${text}）`
    expect((await proposed(li, meetingId, words)).held).toMatchObject({ state: 'waiting' })
    expect(Date.now() - from).toBeLessThan(3_500)
    expect(await textsFor(wang, meetingId)).toEqual([])
    expect(await waiting(chen, 'review')).not.toContainEqual(
      expect.objectContaining({ texts: [{ text: words }] }),
    )
    await checkedAfter(cloud, 2)
    expect(await textsFor(wang, meetingId)).toEqual([words])
  })

  it('is asked again with pauses that grow, and ten times at most; then a person looks', async () => {
    cloud.faults.set({ safety: { text: 'down' } })
    await proposed(li, meetingId, '等了很久的事')
    const mine = async () => (await storedChecks(cloud)).find(({ state }) => state === 'checking')
    let runs = 0
    let minutes = 1
    for (; runs < 20 && (await mine()); runs += 1) {
      const before = (await mine())!.tries
      await checkedAfter(cloud, minutes, { text: 'down' })
      // The same minute again asks nothing.
      await checkedAfter(cloud, minutes, { text: 'down' })
      const after = await mine()
      if (after) expect(after.tries).toBe(before + 1)
      minutes += 31
    }
    expect(runs).toBe(10)
    expect(await waitingWith(chen, '等了很久的事')).toMatchObject({ state: 'review' })
  })

  it('that calls it risky in the end tells its writer, who finds the words', async () => {
    cloud.faults.set({ safety: { text: 'down' } })
    await proposed(li, meetingId, said.risky)
    cloud.faults.clear()
    await checkedAfter(cloud, 2)
    expect(await topicsFor(li, meetingId)).toMatchObject([{ text: said.risky, held: { state: 'refused' } }])
    expect(await lastMessage(li)).toMatchObject({ title: '您提的议题没有通过审核' })
  })

  it('run twice at once decides once; nothing that leads to the person stays', async () => {
    cloud.faults.set({ safety: { text: 'down' } })
    await proposed(li, meetingId, '两个定时器')
    cloud.faults.set({ clockSkewMs: { jobs: 120_000 } })
    await Promise.all([cloud.timer('checkContent'), cloud.timer('checkContent')])
    expect(await textsFor(wang, meetingId)).toEqual(['两个定时器'])
    const found = (await storedChecks(cloud)).filter(({ state }) => state === 'passed' || state === 'refused')
    expect(found.every(({ timeline }) => timeline.length <= 2)).toBe(true)
    expect((await storedChecks(cloud)).filter(({ state, sealed }) => state !== 'checking' && sealed)).toEqual(
      [],
    )
  })

  it('of another community stays there', async () => {
    cloud.faults.set({ safety: { text: 'review' } })
    const zhao = await cloud.staff('zhao')
    const { id } = await zhao.get('notices.publish', notice('柳林停水', '周六', liulin))
    expect(id).toBeTruthy()
    const [thing] = await waiting(zhao, 'review', liulin)
    expect(await pass(chen, thing!)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await chen.call('safety.queue', { communityId: liulin, view: 'review' })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
