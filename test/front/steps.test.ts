import Taro from '@tarojs/taro'
import { arrived, back, open, openTab } from '@/services/go'

/** Milliseconds of a clock that only the test moves. */
let now = 1_000_000
beforeEach(() => {
  jest.spyOn(Date, 'now').mockImplementation(() => now)
  now += 10_000
  openTab('points')
})
afterEach(() => jest.restoreAllMocks())

const stack = () => Taro.getCurrentPages().map(({ route }) => route)

describe('a hand that taps in pairs', () => {
  it('opens a page once', () => {
    open('item', { id: 'a' })
    now += 300
    open('item', { id: 'a' })
    expect(stack()).toEqual(['pages/points/index', 'features/points/item'])
  })

  it('goes back once', () => {
    open('items')
    open('item', { id: 'a' })
    back()
    now += 300
    back()
    expect(stack()).toEqual(['pages/points/index', 'features/points/items'])
  })

  it('goes back once, also when the page before is seen in between', () => {
    open('items')
    open('item', { id: 'a' })
    back()
    arrived()
    back()
    expect(stack()).toEqual(['pages/points/index', 'features/points/items'])
  })

  it('opens and goes back again a second later, also with a clock that was put back meanwhile', () => {
    for (const later of [1_000, 1_000, -3_600_000]) {
      open('items')
      expect(stack()).toHaveLength(2)
      back()
      expect(stack()).toHaveLength(1)
      now += later
    }
  })
})

it('a page that was seen and left by the phone itself is opened again at once', async () => {
  open('items')
  arrived()
  await Taro.navigateBack()
  arrived()
  open('items')
  expect(stack()).toHaveLength(2)
})

describe('a page that is open already', () => {
  it('is gone back to, with what it was opened for', () => {
    open('items', { community: '平安里' })
    open('redemptions')
    open('items', { community: '平安里' })
    expect(stack()).toEqual(['pages/points/index', 'features/points/items'])
  })

  it('is opened anew for something else', () => {
    open('item', { id: 'a' })
    open('item', { id: 'b' })
    open('item')
    expect(stack()).toHaveLength(4)
  })

  it('and is seen stays as it is', () => {
    open('items')
    now += 5_000
    open('items')
    expect(stack()).toHaveLength(2)
  })
})

it('the eleventh page takes the place of the tenth: WeChat would not open it', () => {
  for (let page = 0; page < 12; page++) open('item', { id: String(page) })
  expect(stack()).toHaveLength(10)
  expect(Taro.getCurrentPages().at(-1)).toMatchObject({ $taroParams: { id: '11' } })
})
