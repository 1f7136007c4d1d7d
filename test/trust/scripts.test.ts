import { chinaDay } from '../../cloudfunctions/kit/time'
import { appointed, inviting } from '../duties/story'
import { meetingInput, newMeeting } from '../meetings/story'
import { activityInput, newActivity } from '../party/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { pinganli } from '../points/story'
import { payloads } from './script-payloads'
import {
  caseOf,
  fitting,
  itemCalled,
  metAbout,
  noticeOf,
  pieces,
  eighthOf,
  someone,
  texts,
} from './write-payloads'

jest.setTimeout(180_000)

let cloud: TestCloud
let chen: Caller
let guest: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[chen, guest] = [await cloud.staff('chen'), cloud.guest()]
})

/** Runs a work for each whose turn it is, some at a time. */
async function forEach<T>(list: readonly T[], work: (one: T, index: number) => Promise<void>): Promise<void> {
  const queue = eighthOf([...list.entries()]).values()
  const hand = async () => {
    for (const [index, one] of queue) await work(one, index)
  }
  await Promise.all(Array.from({ length: 6 }, hand))
}

describe('markup, code and tricks of letters come back as the text that they are', () => {
  it('there are two hundred', () => expect(new Set(payloads).size).toBe(200))

  it('in the name, the place, the note and the topics of a meeting', () =>
    forEach(pieces(payloads, 5), async (some) => {
      for (const text of some) {
        const made = await newMeeting(chen, { title: text, venue: text, note: text, agenda: some })
        const shown = await guest.get('meetings.meeting', { meetingId: made.id })
        expect(shown).toMatchObject({ title: text, venue: text, note: text })
        expect(shown.topics.map((topic) => topic.text)).toEqual(some)
      }
    }))

  it('in minutes, with what was decided and is to be done, and in the names of guests', () =>
    forEach(pieces(payloads, 20), async (decisions, index) => {
      const guests = fitting(20).slice(index * 15, (index + 1) * 15)
      const [actions, text] = [decisions.slice(0, 10), decisions.join('\n')]
      const meetingId = await metAbout(chen, { decisions, actions, text, guests })
      const { minutes } = await guest.get('meetings.meeting', { meetingId })
      expect(minutes).toMatchObject({ text, decisions })
      expect(minutes?.actions.map((one) => one.text)).toEqual(actions)
      const { people } = await chen.get('meetings.host', { meetingId })
      expect(people.map(({ name }) => name).sort()).toEqual([...guests].sort())
    }))

  it('in a case, where it is, its notes, its answer, what is public of it, and its rating', async () => {
    const notes = pieces(payloads, 20)
    await forEach(texts(200), async (text, index) => {
      const who = await someone(cloud)
      const short = payloads[index]!
      const caseId = await caseOf(who, chen, text, short, notes[index] ?? [])
      const rating = { requestId: newRequestId(), caseId, satisfied: false, comment: text }
      const mine = await who.get('affairs.rate', rating)
      expect(mine).toMatchObject({ text, rating: { satisfied: false, comment: text } })
      expect(mine.place).toMatchObject({ note: short })
      const shown = await chen.get('affairs.show', { caseId })
      expect(shown.notes.map((note) => note.text)).toEqual(notes[index] ?? [])
      expect(shown.timeline.map((row) => row.text)).toContain(text)
      expect(shown.published).toEqual({ question: short, answer: text, held: null })
    })
  })

  it('in what an item is called, says of itself, and where and when it is there', async () => {
    const { id: itemId, ...item } = await itemCalled(chen, '碗')
    let { version } = item
    const { limitPerPerson, limitPeriod } = item
    for (const text of eighthOf(payloads)) {
      const name = text.slice(0, 30).trim()
      const fields = { name, description: text, pickupPlace: text, pickupHours: text }
      const rest = { costPoints: 1, limitPerPerson, limitPeriod, photoId: null }
      const edit = { requestId: newRequestId(), itemId, version, ...fields, ...rest }
      expect(({ version } = await chen.get('points.editItem', edit))).toBeDefined()
      expect((await guest.get('points.item', { itemId })).item).toMatchObject(fields)
    }
  })

  it('in a notice and an activity of the party', async () => {
    const until = chinaDay(new Date(Date.now() + 5 * 86_400_000))
    await forEach(texts(1_900), async (text, index) => {
      const { id } = await noticeOf(chen, payloads[index]!, text, until)
      expect(await guest.get('notices.show', { noticeId: id })).toMatchObject({
        title: payloads[index],
        text,
      })
    })
    await forEach(payloads.slice(0, 40), async (text) => {
      const made = await newActivity(chen, activityInput({ title: text, venue: text, note: text }))
      expect(made).toMatchObject({ title: text, venue: text, note: text })
    })
  })

  it('in an entry of the directory, which is written over and over', async () => {
    const place = { placeId: pinganli, kind: 'other' as const, phone: '110', agreed: false }
    const written = (text: string) => {
      const short = text.slice(0, 30).trim()
      return { ...place, name: short, about: text, address: text, hours: short }
    }
    const first = { requestId: newRequestId(), ...written('站') }
    const { id: entryId } = (await chen.get('directory.add', first)).entries.at(-1)!
    for (const [index, text] of eighthOf(fitting(60).slice(0, 100)).entries()) {
      const edit = { requestId: newRequestId(), entryId, version: index + 1, ...written(text) }
      await chen.get('directory.edit', edit)
      const { entries } = await guest.get('directory.list', { communityId: pinganli })
      expect(entries.find(({ id }) => id === entryId)).toMatchObject({ about: text, address: text })
    }
  })

  it('in the name on an invitation, and in the reason for which a duty is taken away', async () => {
    const zhou = await cloud.staff('zhou')
    for (const name of eighthOf(fitting(30).slice(0, 60))) {
      const { invitation, link } = await zhou.get('duties.invite', inviting({ name }))
      expect(invitation.name).toBe(name)
      const input = { requestId: newRequestId(), invitationId: invitation.id }
      await zhou.get('duties.revokeInvitation', input)
      expect(link).toContain('features/duties/invitation?code=')
    }
    for (const reason of eighthOf(fitting(100).slice(-12))) {
      const { who, dutyId } = await appointed(cloud, zhou)
      await zhou.get('duties.revoke', { requestId: newRequestId(), dutyId, reason })
      const { messages } = await who.get('inbox.messages', {})
      expect(messages[0]?.text).toContain(reason)
    }
  })

  it('and none is typed where only an id, a choice or a number may stand', async () => {
    const reply = await chen.send('meetings.publish', { ...meetingInput(), template: '<b>' })
    expect(reply).toMatchObject({ code: 'INVALID_INPUT', detail: 'template' })
  })
})
