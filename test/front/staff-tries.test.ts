import { afterWrong, triesLeft, unlockedAt, type Tries } from '@/features/staff/tries'

const minute = 60_000

test('five wrong digits use the tries up', () => {
  let tries: Tries | null = null
  for (let wrong = 0; wrong < 5; wrong += 1) tries = afterWrong(tries, wrong * 1000)
  expect(triesLeft(tries, 5000)).toBe(0)
  expect(unlockedAt(tries, 5000)).toBe(15 * minute)
})

test('a quarter of an hour after the first one all tries are there again', () => {
  const tries = afterWrong(afterWrong(null, 0), minute)
  expect(triesLeft(tries, 14 * minute)).toBe(3)
  expect(triesLeft(tries, 15 * minute)).toBe(5)
  expect(afterWrong(tries, 15 * minute)).toEqual({ since: 15 * minute, wrong: 1 })
})

test('a lock that this device knows nothing of ends a quarter of an hour from now at the latest', () => {
  expect(unlockedAt(null, minute)).toBe(16 * minute)
})
