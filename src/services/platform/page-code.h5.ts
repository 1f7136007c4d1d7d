import { toast } from '../toast'
import { onNetworkBack } from './network'

/** A page that did not open. */
interface Lost {
  /** Its address. */
  wanted: string
  /** The address of the page that stands instead; at the start there is none. */
  shown: string | undefined
}

let lost: Lost | null = null

/** With an address: when the app was last loaded anew for it, in milliseconds since 1970. */
const loadedKey = 'page-code.loaded '
/** Milliseconds for which that is not done once more: the code is missing on the server too. */
const onceInMs = 60_000
/** Milliseconds between two questions whether the server answers. */
const pauseMs = 5_000

/**
 * A page's code comes when the page is first opened. Where it does not, the tap would lead nowhere: this says so, and
 * loads the app anew at the page's address once its server can be reached, since a new version has other pieces of code.
 * What was typed is kept on the device meanwhile. Whoever goes on to another page is left there.
 */
export const watchPageCode = (): void => {
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    const { wanted, shown } = Object(reason) as Partial<Lost>
    if (!isLostCode(reason) || wanted === undefined) return
    if (navigator.onLine && wasLoadedAnew(wanted)) return giveUp(shown)
    lost = { wanted, shown }
    toast('页面没有打开。网络好了会自动打开')
    if (navigator.onLine) void openAgain()
  })
  onNetworkBack(() => void openAgain())
}

/** A page's script, or its styles. */
const isLostCode = (reason: unknown): boolean => {
  const { name, code } = Object(reason) as { name?: string; code?: string }
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED'
}

const wasLoadedAnew = (wanted: string): boolean =>
  Date.now() - Number(sessionStorage.getItem(loadedKey + wanted)) < onceInMs

const giveUp = (shown: string | undefined) => {
  lost = null
  toast('页面没有打开。过一会儿再试')
  // Nothing stands at the start: 首页 does then.
  if (shown === undefined) location.hash = '#/pages/home/index'
}

/** Only once the server answers: otherwise the browser would show its own page instead. */
const openAgain = async (): Promise<void> => {
  const asked = lost
  if (!asked) return
  const answers = await fetch(location.pathname, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (asked !== lost) return
  if (asked.shown !== undefined && asked.shown !== location.href) lost = null
  else if (answers) loadAnew(asked.wanted)
  else if (navigator.onLine) setTimeout(() => void openAgain(), pauseMs)
}

const loadAnew = (wanted: string) => {
  sessionStorage.setItem(loadedKey + wanted, String(Date.now()))
  if (location.href !== wanted) history.pushState(null, '', wanted)
  location.reload()
}
