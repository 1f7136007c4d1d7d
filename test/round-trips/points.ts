import { codesOf, itemInput, newItem, pinganli, redeemed } from '../points/story'
import { newRequestId, type Caller } from '../support/cloud'
import { jpegWith } from '../affairs/story'
import type { Call, CallsOf, Stage } from './call'

const fresh = () => ({ requestId: newRequestId() })
const inPinganli = { communityId: pinganli }
const own = async ({ resident }: Stage, input: unknown): Promise<Call> => [await resident(100), input]

export const points: CallsOf<'points'> = {
  overview: (stage) => own(stage, {}),
  statement: (stage) => own(stage, { limit: 50 }),
  items: (stage) => own(stage, inPinganli),
  item: async (stage) => own(stage, { itemId: (await item(stage)).id }),
  redeem: async (stage) => own(stage, { ...fresh(), itemId: (await item(stage)).id, quantity: 1 }),
  redemptions: async (stage) => [(await redemption(stage)).who, {}],
  pickupCode: async (stage) => {
    const { who, redemptionId } = await redemption(stage)
    return [who, { redemptionId }]
  },
  cancelRedemption: async (stage) => {
    const { who, redemptionId } = await redemption(stage)
    return [who, { ...fresh(), redemptionId }]
  },
  verifyPickup: async (stage) => {
    const { who, redemptionId } = await redemption(stage)
    return [await stage.persona('chen'), { ...fresh(), code: (await codesOf(who, redemptionId)).digits }]
  },
  staffItems: async ({ persona }) => [await persona('chen'), inPinganli],
  uploadItemPhoto: async ({ persona }) => [
    await persona('chen'),
    { ...fresh(), ...inPinganli, photo: jpegWith().toString('base64') },
  ],
  createItem: async ({ persona }) => [await persona('chen'), { ...fresh(), ...itemInput() }],
  editItem: async (stage) => {
    const { id, version } = await item(stage)
    const { communityId: _community, stock: _stock, ...fields } = itemInput({ name: '毛巾' })
    return [await stage.persona('chen'), { ...fresh(), itemId: id, version, ...fields }]
  },
  restockItem: async (stage) => onItem(stage, { change: 5 }),
  openItem: async (stage) => {
    const { id } = await item(stage)
    const chen = await stage.persona('chen')
    await chen.get('points.closeItem', { ...fresh(), itemId: id })
    return [chen, { ...fresh(), itemId: id }]
  },
  closeItem: async (stage) => onItem(stage, {}),
  ledgerState: async ({ persona }) => [await persona('chen'), inPinganli],
}

const item = async ({ persona }: Stage) => newItem(await persona('chen'), { costPoints: 1 })

const onItem = async (stage: Stage, input: object): Promise<Call> => [
  await stage.persona('chen'),
  { ...fresh(), itemId: (await item(stage)).id, ...input },
]

async function redemption(stage: Stage): Promise<{ who: Caller; redemptionId: string }> {
  const who = await stage.resident(100)
  return { who, redemptionId: (await redeemed(who, (await item(stage)).id)).id }
}
