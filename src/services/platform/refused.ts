import { toast } from '../toast'

/** What WeChat says when it did not do what was asked, as far as it says anything. */
interface Refusal {
  errMsg?: string
  errno?: number
}

/** Numbers of WeChat's own (developers.weixin.qq.com, 小程序隐私协议开发指南). */
const declined = 104
const undeclared = 112

/**
 * Why the phone did not do it, in words, and what to do.
 * @returns null when the person just gave up
 */
export const refusalWords = (refusal: unknown): string | null => {
  const { errMsg = '', errno } = (refusal ?? {}) as Refusal
  if (errno === declined || /privacy permission is not authorized/i.test(errMsg)) return declinedWords
  if (errno === undeclared || /privacy agreement/i.test(errMsg))
    return '这个功能暂时用不了，请打社区电话。别的功能照常用'
  if (/auth(orize)?[ :]?(deny|denied|fail)|permission|no auth/i.test(errMsg))
    return '手机没有允许。请点右上角「…」，在设置里打开后再试'
  return null
}

/** After somebody did not agree to what the app would collect. */
export const declinedWords = '你没有同意，这一步先不做。别的功能照常用'

/** Says why, unless the person just gave up. */
export const sayRefusal = (refusal: unknown): void => {
  const words = refusalWords(refusal)
  if (words) toast(words)
}
