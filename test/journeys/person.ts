import type { Locator, Page } from 'playwright-core'
import type { ActionName, Output } from '@contract/index'
import { personas } from '../../demo/personas'
import { callerAt, signInAs, type Caller } from '../support/caller'
import { inTurn, turnOf } from '../support/breadth'
import { openPhone, type Phone, type PhoneOptions } from '../support/browser'

/** Milliseconds that a page may take to show what a story expects; a busy machine needs most of it. */
export const patienceMs = 15_000

/** Somebody in front of a page: acts with a finger or a mouse, and reads what is on the screen. */
export interface Person extends Phone {
  /** Opens a page by its path, e.g. `features/points/items?community=…`. */
  goTo(path: string): Promise<void>
  /** Is a persona of the demo from now on, e.g. `张桂兰`, and stands where the sign-in page leads to: quick on a new device. */
  signIn(name: string): Promise<void>
  /** Becomes one on that page. */
  signInOnPage(name: string): Promise<void>
  /** Taps the visible button, tab, switch or row of this name. */
  tap(name: string | RegExp): Promise<void>
  /** Waits until the words are on the screen. */
  sees(words: string | RegExp): Promise<void>
  /** Types into the field of this name, over what was there. */
  types(field: string, text: string): Promise<void>
  /** Waits until the field of this name holds a text. */
  holds(field: string, text: string): Promise<void>
  /** Goes to another page and back: what is there is fetched anew. */
  looksAway(): Promise<void>
  /** Is without a network from here on, until its context is set online again. */
  losesNetwork(): Promise<void>
  /**
   * The answer to the next call of an action, e.g. `duties.invite`, that the page makes. Asked for before the tap:
   * the page may still be waiting for other answers of the same domain, which are not taken for it.
   * @returns what the action gave
   */
  answerTo<Name extends ActionName>(action: Name): Promise<Output<Name>>
  /** The visible text of the page. */
  reads(): Promise<string>
  /** Whoever is signed in there, past the pages. */
  caller(): Promise<Caller>
}

/** Somebody at a phone, or at a desk with `size`. @param url of the cloud */
export async function newPerson(url: string, options: Omit<PhoneOptions, 'url'> = {}): Promise<Person> {
  const phone = await openPhone({ ...options, url })
  const { page } = phone
  page.setDefaultTimeout(patienceMs)
  const sees = (words: string | RegExp) => orTell(page, shown(page.getByText(words)).waitFor())
  const goTo = async (path: string) => void (await page.goto(`/#/${path}`))
  const signInOnPage = async (name: string) => {
    await goTo('features/demo/sign-in')
    await tap(new RegExp(`^${name} `))
    await orTell(page, shown(page.getByRole('tab', { name: '我的' })).waitFor())
    // The app leaves this page by itself: whoever goes on before that would be taken away again.
    await orTell(
      page,
      page.waitForURL(({ hash }) => !hash.includes('demo/sign-in')),
    )
  }
  const tap = (name: string | RegExp) => orTell(page, tapped(control(page, name), options.touch !== false))
  return {
    ...phone,
    goTo,
    tap,
    sees,
    types: (field, text) => shown(page.getByRole('textbox', { name: field, exact: true })).fill(text),
    holds: async (field, text) => {
      await orTell(
        page,
        page.waitForFunction(fieldHolds, [field, text] as const).then(() => undefined),
      )
    },
    looksAway: async () => {
      await goTo('pages/me/index')
      await sees('长辈模式')
      await page.goBack()
    },
    losesNetwork: async () => {
      phone.allowErrors(/ERR_INTERNET_DISCONNECTED/)
      await phone.context.setOffline(true)
      // Chromium tells its parts one after the other: a request made at once could still get through.
      while (await page.evaluate(getsThrough));
    },
    answerTo: (action) => answerTo(page, action),
    reads: () => page.innerText('body'),
    caller: async () => callerAt(url, await page.evaluate(readToken)),
    signIn: async (name) => {
      // On a device that is in use the pages have to take the other person away.
      if (page.url() !== 'about:blank') return signInOnPage(name)
      const persona = personas.find((one) => one.name === name)
      if (!persona) throw new Error(`nobody is called ${name}`)
      await phone.context.addInitScript(keepToken, await signInAs(url, persona.id))
      await goTo(persona.duty ? 'pages/staff/index' : 'pages/home/index')
      await orTell(page, shown(page.getByRole('tab', { name: '我的' })).waitFor())
    },
    signInOnPage,
  }
}

async function answerTo<Name extends ActionName>(page: Page, name: Name): Promise<Output<Name>> {
  const [domain, action] = name.split('.')
  const answer = await page.waitForResponse((response) => {
    const request = response.request()
    if (!response.url().endsWith(`/functions/${domain}`) || request.method() !== 'POST') return false
    return (request.postDataJSON() as { action: string }).action === action
  })
  return ((await answer.json()) as { data: Output<Name> }).data
}

const fieldHolds = ([name, value]: readonly [string, string]): boolean =>
  [...document.querySelectorAll<HTMLInputElement>('input, textarea')].some(
    (one) => one.getAttribute('aria-label') === name && one.value === value,
  )

const getsThrough = (): Promise<boolean> =>
  fetch('/', { cache: 'no-store' }).then(
    () => true,
    () => false,
  )

/**
 * A page that is just being left may hold the same button: until it could be tapped it is looked for anew. What was
 * tapped is not tapped again: on a busy machine a tap ends long after the page has gone on.
 */
async function tapped(target: Locator, touch: boolean): Promise<void> {
  const timeout = 1_000
  for (let left = patienceMs; ; left -= timeout) {
    const failure = await (touch ? target.tap({ timeout }) : target.click({ timeout })).then(
      () => null,
      (error: Error) => error,
    )
    if (!failure || wasDone(failure)) return
    if (left <= timeout) throw failure
  }
}

/** From Playwright's account of what it did: a tap that something else would have taken is held back and retried. */
const wasDone = ({ message }: Error): boolean =>
  /performing (tap|click) action(?![\s\S]*retrying)/.test(message)

/** As the pages store it (src/services/token.ts). */
function readToken(): string {
  const kept = JSON.parse(localStorage.getItem('session.token') ?? '{}') as { data?: string }
  return kept.data ?? ''
}

/** Once: who signs out, or is another from then on, stays so. */
function keepToken(token: string): void {
  if (location.protocol === 'about:' || sessionStorage.getItem('signed in')) return
  sessionStorage.setItem('signed in', 'yes')
  localStorage.setItem('session.token', JSON.stringify({ data: token }))
}

/** Tells one story with a finger and with a mouse. */
export function withFingerAndMouse(title: string, story: (touch: boolean) => Promise<void>): void {
  for (const by of inTurn(['finger', 'mouse'], 2, turnOf(title)))
    test(`${title} (${by})`, () => story(by === 'finger'))
}

/** Pages that were left stay in the document, out of sight. */
const shown = (locator: Locator): Locator => locator.filter({ visible: true }).first()

/** A story that goes wrong says what was on the screen instead. */
const orTell = (page: Page, wait: Promise<void>): Promise<void> =>
  wait.catch(async (error: Error) => {
    throw new Error(`${error.message}\nOn the screen of ${page.url()}:\n${await page.innerText('body')}`)
  })

const control = (page: Page, name: string | RegExp): Locator => {
  const exact = { name, exact: true } as const
  const roles = ['button', 'link', 'tab', 'switch', 'radio'] as const
  const [first, ...others] = roles.map((role) => page.getByRole(role, exact))
  if (!first) throw new Error('no role')
  return shown(others.reduce((all, one) => all.or(one), first))
}
