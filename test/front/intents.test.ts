import Taro from '@tarojs/taro'
import { closeIntent, forgetIntents, openIntent } from '@/services/intents'

const name = 'points.redeem'
const wish = { itemId: 'i_1', quantity: 1 }
const now = Date.parse('2026-11-21T02:30:00Z')

beforeEach(() => Taro.clearStorageSync())

describe('the request id of an intent', () => {
  it('is not taken up again a day later', () => {
    const first = openIntent(name, wish, now)
    expect(openIntent(name, wish, now + 25 * 3_600_000)).not.toBe(first)
  })

  it('is not handed to the next person', () => {
    const first = openIntent(name, wish, now)
    forgetIntents()
    expect(openIntent(name, wish, now)).not.toBe(first)
  })

  it('is kept on the device until it is settled', () => {
    const first = openIntent(name, wish, now)
    expect(openIntent(name, wish, now + 60_000)).toBe(first)
    closeIntent(name, wish)
    expect(openIntent(name, wish, now + 60_000)).not.toBe(first)
  })

  it('fits the contract', () => {
    for (let time = 0; time < 100; time += 1) {
      expect(openIntent(name, { ...wish, quantity: time }, now)).toMatch(/^[A-Za-z0-9_-]{16,40}$/)
    }
  })
})
