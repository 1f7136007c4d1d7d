import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { newItem, redeemed } from '../points/story'
import { newPerson, withFingerAndMouse, type Person } from './person'

let cloud: TestCloud
let chen: Caller
beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

describe('an item that cannot be had says so before anybody taps', () => {
  withFingerAndMouse('sold out', async (touch) => {
    const { id } = await newItem(chen, { name: '换完的碗', stock: 0 })
    await expectClosedDoor('张桂兰', id, '已换完，等社区补货', touch)
  })

  withFingerAndMouse('the limit is reached', async (touch) => {
    const { id } = await newItem(chen, { name: '限量的碗', limitPerPerson: 1, limitPeriod: 'month' })
    await redeemed(await cloud.resident('zhang'), id)
    await expectClosedDoor('张桂兰', id, '这个月已换满 1 份', touch)
  })

  withFingerAndMouse('the points do not reach', async (touch) => {
    const { id } = await newItem(chen, { name: '贵的锅', costPoints: 30 })
    await expectClosedDoor('王芳', id, '积分不够，还差 18 分', touch)
  })
})

describe('an item that goes while somebody looks at it: clear words, and nothing is spent', () => {
  withFingerAndMouse('the last one went to a neighbour', async (touch) => {
    const { id } = await newItem(chen, { name: '最后一只碗', stock: 1 })
    const meanwhile = async () => void (await redeemed(await cloud.resident('zhang'), id))
    await expectRefusal('李建国', id, meanwhile, '已经换完了。积分没有扣。等社区补货，或换别的商品', touch)
  })

  withFingerAndMouse('the limit was used up on another device', async (touch) => {
    const { id } = await newItem(chen, { name: '限一份的碗', limitPerPerson: 1, costPoints: 1 })
    const meanwhile = async () => void (await redeemed(await cloud.resident('li'), id))
    await expectRefusal('李建国', id, meanwhile, '你已换满限量。积分没有扣，把机会留给其他邻居', touch)
  })

  withFingerAndMouse('the points were spent on another device', async (touch) => {
    const { id } = await newItem(chen, { name: '十二分的碗', costPoints: 12 })
    const wang = await cloud.resident('wang')
    const other = await newItem(chen, { name: '一分的碗', costPoints: 1 })
    let spent = { id: '' }
    const meanwhile = async () => void (spent = await redeemed(wang, other.id))
    await expectRefusal('王芳', id, meanwhile, '积分不够。参加社区服务可以得积分，攒够了再来换', touch)
    await wang.get('points.cancelRedemption', { requestId: newRequestId(), redemptionId: spent.id })
  })
})

describe('digits that do not fit', () => {
  withFingerAndMouse('are refused with what is left, and after five the field is locked', async (touch) => {
    const sun = await newPerson(cloud.url, { touch })
    // Each telling with a steward of its own: the lock holds for fifteen minutes.
    await sun.signIn(touch ? '孙立军' : '陈晓梅')
    await sun.tap('核销领取')
    for (const left of [4, 3, 2, 1]) {
      await sun.types('8 位领取数字', `0000000${left}`)
      await sun.tap('核销')
      await sun.sees(`请居民再报一遍，一位一位核对。还能再试 ${left} 次。`)
    }
    await sun.types('8 位领取数字', '00000009')
    await sun.tap('核销')
    await sun.sees(/连着输错 5 次/)
    await sun.sees(/扫码不受影响/)
    expect(await sun.page.getByRole('textbox', { name: '8 位领取数字' }).count()).toBe(0)
  })
})

async function expectClosedDoor(persona: string, itemId: string, words: string, touch: boolean) {
  const person = await at(persona, itemId, touch)
  const button = person.page.getByRole('button', { name: words, exact: true })
  await person.sees(words)
  expect(await button.getAttribute('aria-disabled')).toBe('true')
}

/** The page still offers it; then something happens elsewhere, and the server says no. */
async function expectRefusal(
  persona: string,
  itemId: string,
  meanwhile: () => Promise<void>,
  words: string,
  touch: boolean,
) {
  const person = await at(persona, itemId, touch)
  await person.tap(/^兑换（\d+ 分）$/)
  await meanwhile()
  const before = await ledgerOf(person)
  await person.tap(/^用 \d+ 分兑换$/)
  await person.sees(words)
  expect(await ledgerOf(person)).toEqual(before)
}

async function at(persona: string, itemId: string, touch: boolean): Promise<Person> {
  const person = await newPerson(cloud.url, { touch })
  await person.signIn(persona)
  await person.goTo(`features/points/item?id=${itemId}`)
  return person
}

/** What the server knows of whoever is signed in there. */
async function ledgerOf(person: Person) {
  const overview = await (await person.caller()).get('points.overview', {})
  return { available: overview.available, last: overview.statement.entries[0]?.seq }
}
