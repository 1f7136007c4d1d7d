import { codesOf, itemInput, newItem, pinganli, redeemed } from '../../points/story'
import type { Caller } from '../../support/cloud'
import { pair, photo, type Pairs } from './pair'

/** 积分 and 商品. */
export const pointsPairs: Pairs = ({ chen, sun, someone }) => {
  const redemptionOf = async (who: Caller) => (await redeemed(who, (await newItem(chen)).id)).id

  const items = (change: (itemId: string, version: number) => object) => () =>
    pair(chen, async () => {
      const { id, version } = await newItem(chen)
      return { itemId: id, ...change(id, version) }
    })

  const factsOf = ({ stock: _stock, communityId: _communityId, ...fields } = itemInput()) => fields

  return {
    'points.redeem': async () =>
      pair(await someone(), async () => ({ itemId: (await newItem(chen)).id, quantity: 1 })),
    'points.cancelRedemption': async () => {
      const who = await someone()
      return pair(who, async () => ({ redemptionId: await redemptionOf(who) }))
    },
    'points.verifyPickup': async () => {
      const who = await someone()
      return pair(sun, async () => ({ code: (await codesOf(who, await redemptionOf(who))).digits }))
    },
    'points.uploadItemPhoto': async () => ({
      who: chen,
      inputs: [
        { communityId: pinganli, photo: photo('一') },
        { communityId: pinganli, photo: photo('二') },
      ],
    }),
    'points.createItem': async () => ({
      who: chen,
      inputs: [itemInput(), itemInput({ name: '另一件' })],
    }),
    'points.editItem': items((_id, version) => ({ ...factsOf(), name: '新名字', version })),
    'points.restockItem': items(() => ({ change: 5 })),
    'points.openItem': items(() => ({})),
    'points.closeItem': items(() => ({})),
  }
}
