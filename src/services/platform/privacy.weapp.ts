import { create } from 'zustand'
import Taro from '@tarojs/taro'
import { declinedWords, sayRefusal } from './refused'
import { toast } from '../toast'

/** What is about to be collected. */
export type Purpose = 'photo' | 'file' | 'calendar' | 'copy'

interface Question {
  /** null: nothing is asked. */
  purpose: Purpose | null
  answer: (agreed: boolean) => void
}

const nothing: Question = { purpose: null, answer: () => undefined }

/** The question on the screen. Drawn by every page (`ui/privacy-dialog.tsx`). */
export const usePrivacy = create<Question>(() => nothing)

/**
 * Runs what collects something, once the person knows what for and agreed. Somebody who does not, or whose phone
 * refuses, is told so and loses nothing else. For WeChat; on the web the browser asks.
 * @returns null when nothing came of it
 */
export const collect = async <T>(purpose: Purpose, run: () => Promise<T>): Promise<T | null> => {
  if (!(await isAgreed(purpose))) {
    toast(declinedWords)
    return null
  }
  return run().catch((refusal: unknown) => {
    sayRefusal(refusal)
    return null
  })
}

const isAgreed = async (purpose: Purpose): Promise<boolean> => !(await mustAsk()) || ask(purpose)

/** WeChat knows whether its guide was agreed to; an older WeChat does not ask for that. */
const mustAsk = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (typeof Taro.getPrivacySetting !== 'function') return resolve(false)
    Taro.getPrivacySetting({
      success: ({ needAuthorization }) => resolve(needAuthorization),
      fail: () => resolve(false),
    })
  })

const ask = (purpose: Purpose): Promise<boolean> =>
  new Promise((resolve) => {
    // A question that nobody answered is answered by the next one.
    usePrivacy.getState().answer(false)
    const answer = (agreed: boolean) => {
      usePrivacy.setState(nothing)
      resolve(agreed)
    }
    usePrivacy.setState({ purpose, answer })
  })

/** Opens the guide as it was entered in WeChat's console. */
export const openPrivacyGuide = (): void => Taro.openPrivacyContract({ fail: sayRefusal })
