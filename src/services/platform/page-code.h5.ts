import { toast } from '../toast'
import { onNetworkBack } from './network'

const reloadedKey = 'page-code.reloaded'
/** Milliseconds between two tries, so that code which is gone for good is not asked for without a pause. */
const pauseMs = 5_000

/**
 * A page's code comes when the page is first opened. Where the network loses it, the tap would lead nowhere: this says
 * so, and opens the page once its server can be reached. What was typed is kept on the device meanwhile.
 */
export const watchPageCode = (): void => {
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) => {
    if (!isLostCode(reason)) return
    toast('页面没有打开。网络好了会自动打开')
    onNetworkBack(() => void openAgain())
    if (navigator.onLine) void openAgain()
  })
}

/** A page's script, or its styles. */
const isLostCode = (reason: unknown): boolean => {
  const { name, code } = Object(reason) as { name?: string; code?: string }
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED'
}

/** Only once the server answers: otherwise the browser would show its own page instead. */
const openAgain = async (): Promise<void> => {
  const since = Date.now() - Number(sessionStorage.getItem(reloadedKey) ?? 0)
  const answers =
    since > pauseMs &&
    (await fetch(location.pathname, { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    ))
  if (!answers) return void (navigator.onLine && setTimeout(() => void openAgain(), pauseMs))
  sessionStorage.setItem(reloadedKey, String(Date.now()))
  location.reload()
}
