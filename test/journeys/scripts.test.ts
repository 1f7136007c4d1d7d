import { chinaDay } from '../../cloudfunctions/kit/time'
import { inviting } from '../duties/story'
import { newMeeting } from '../meetings/story'
import { pinganli, redeemed } from '../points/story'
import { startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { payloads } from '../trust/script-payloads'
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
} from '../trust/write-payloads'
import { newPerson, patienceMs, type Person } from './person'

jest.setTimeout(180_000)

const desk = { width: 1280, height: 800 }

let cloud: TestCloud
let chen: Caller
beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

/** What only a text taken for markup could have left in a page. */
const madeOfText =
  '#pwned, [onerror], [onload], [onclick], [onfocus], [ontoggle], [onmouseover], [onstart], iframe, object, embed, ' +
  'marquee, base, math, details, [href^="javascript:"], meta[http-equiv=refresh], script[src*="e.test"]'

const traces = (person: Person) =>
  person.page.evaluate(
    (selector) => ({ ran: 'pwned' in window, made: document.querySelectorAll(selector).length }),
    madeOfText,
  )

/** Opens a page and finds every text on it, letter by letter, and nothing that was made of one. @param first done once it is open */
async function showsAsText(
  person: Person,
  path: string,
  expected: readonly string[],
  first?: () => Promise<void>,
): Promise<void> {
  const dialogs: string[] = []
  person.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await person.goTo(path)
  await first?.()
  expect(await missingIn(person, expected)).toEqual([])
  expect(await traces(person)).toEqual({ ran: false, made: 0 })
  expect(dialogs).toEqual([])
}

/** Texts that a page does not show, once it has had the time to show all. */
async function missingIn(person: Person, expected: readonly string[]): Promise<string[]> {
  for (const end = Date.now() + patienceMs; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const shown = dense(await person.reads())
    const missing = expected.filter((text) => !shown.includes(dense(text)))
    if (missing.length === 0 || Date.now() > end) return missing
  }
}

/** How a page breaks its lines says nothing of the text. */
const dense = (text: string): string => text.replace(/\s+/g, '')

const signedIn = async (name: string, options = {}): Promise<Person> => {
  const person = await newPerson(cloud.url, options)
  await person.signIn(name)
  return person
}

describe('texts of markup and code are shown as text, and nothing of them runs', () => {
  test('if one became markup all the same, the page would not run it, and this test would see it', async () => {
    const person = await newPerson(cloud.url)
    person.allowErrors(/Content Security Policy|ERR_/)
    await person.goTo('pages/home/index')
    await person.sees(/先随便看看|登录/)
    expect(await traces(person)).toEqual({ ran: false, made: 0 })
    const made = await person.page.evaluate(async () => {
      const element = document.createElement('div')
      element.innerHTML = '<img src="x" onerror="pwned=1"><b id="pwned"></b>'
      document.body.append(element)
      await new Promise((resolve) => element.querySelector('img')?.addEventListener('error', resolve))
      return 'pwned' in window && typeof (window as { pwned?: unknown }).pwned === 'number'
    })
    expect(made).toBe(false)
    expect((await traces(person)).made).toBe(2)
  })

  test('items: list, one of them, and the statement of who redeemed it', async () => {
    const names = eighthOf(fitting(30).slice(0, 120))
    const items = await Promise.all(names.map((name) => itemCalled(chen, name)))
    const guest = await newPerson(cloud.url)
    await showsAsText(guest, `features/points/items?community=${pinganli}`, names)
    await showsAsText(guest, `features/points/item?id=${items[0]?.id}`, [names[0]!])
    const zhang = await cloud.resident('zhang')
    const bought = names.slice(0, 12)
    for (const item of items.slice(0, bought.length)) await redeemed(zhang, item.id)
    const person = await signedIn('张桂兰')
    await showsAsText(person, 'pages/points/index', bought)
    await showsAsText(person, 'features/points/redemptions', bought)
  })

  test('meetings: list, detail with minutes, and the host’s screen', async () => {
    const guests = fitting(20).slice(0, 20)
    const [decisions, actions] = [payloads.slice(0, 20), payloads.slice(20, 30)]
    const text = texts(2_900)[0]!
    const meetingId = await metAbout(chen, { decisions, actions, text, guests })
    const titles = eighthOf(payloads.slice(60, 100))
    await Promise.all(titles.map((title) => newMeeting(chen, { title, venue: title })))
    const guest = await newPerson(cloud.url)
    await showsAsText(guest, `features/meetings/list?community=${pinganli}`, titles)
    await showsAsText(guest, `features/meetings/meeting?id=${meetingId}`, [...decisions, ...actions, text])
    const host = await signedIn('陈晓梅', { size: desk, touch: false })
    await showsAsText(host, `features/meetings/host?id=${meetingId}`, guests, () => host.tap(/^已到/))
  })

  test('duties: the names on invitations', async () => {
    const zhou = await cloud.staff('zhou')
    const names = eighthOf(fitting(30).slice(0, 100))
    for (const name of names) await zhou.get('duties.invite', inviting({ name }))
    const worker = await signedIn('周敏', { size: desk, touch: false })
    await showsAsText(worker, `features/duties/staff?place=${pinganli}`, names)
  })

  test('cases: the reporter’s, the staff’s queue and page, and what everybody reads; and a notice', async () => {
    const notes = pieces(payloads, 40)
    const cases = await Promise.all(
      texts(240).map(async (text, index) => {
        const short = payloads[100 + index]!
        return { text, short, id: await caseOf(await someone(cloud), chen, text, short, notes[index] ?? []) }
      }),
    )
    const publics = (await chen.get('affairs.answered', { communityId: pinganli })).cases
    expect(publics.filter(({ question }) => payloads.includes(question)).length).toBeGreaterThan(10)
    const reader = await signedIn('李建国')
    await showsAsText(
      reader,
      'features/affairs/answered',
      publics.flatMap(({ question, answer }) => [question, answer]),
    )
    const worker = await signedIn('陈晓梅', { size: desk, touch: false })
    for (const [index, { id, text, short }] of cases.slice(0, 5).entries())
      await showsAsText(worker, `features/affairs/staff-case?id=${id}`, [
        text,
        short,
        ...(notes[index] ?? []),
      ])
    const until = chinaDay(new Date(Date.now() + 5 * 86_400_000))
    const text = texts(1_900)[0]!
    const notice = await noticeOf(chen, payloads[0]!, text, until)
    await showsAsText(reader, `features/notices/notice?id=${notice.id}`, [payloads[0]!, text])
  })
})
