import { codesOf, itemInput, newItem, pinganli, redeemed, type StaffItem } from '../../points/story'
import { marks } from './marks'
import type { DomainMatrix } from './table'
import { pictureBase64 } from './pictures'

const { stock: _stock, communityId: _communityId, ...itemFields } = itemInput()

const editOf = ({ id, version }: StaffItem) => ({ ...itemFields, itemId: id, version })

export const points: DomainMatrix<'points'> = {
  prepare: async ({ chen, owner, neighbour }) => {
    const item = await newItem(chen)
    const edited = await newItem(chen)
    const [shown, cancelled] = [await redeemed(owner, item.id), await redeemed(owner, item.id)]
    const codes = await codesOf(owner, shown.id)
    Object.assign(marks.digits, { text: codes.digits })
    // Up to the step, which goes on with the clock.
    Object.assign(marks.qr, { text: `${codes.qr.split('.')[0]}.` })
    const other = await neighbour()
    const [byQr, byDigits] = [await redeemed(other, item.id), await redeemed(other, item.id)]
    return {
      overview: () => ({}),
      statement: () => ({}),
      items: () => ({ communityId: pinganli }),
      item: () => ({ itemId: item.id }),
      redeem: () => ({ itemId: item.id, quantity: 1 }),
      redemptions: () => ({}),
      pickupCode: () => ({ redemptionId: shown.id }),
      cancelRedemption: () => ({ redemptionId: cancelled.id }),
      verifyPickup: async () => ({ code: (await codesOf(other, byQr.id)).qr }),
      'verifyPickup (digits)': async () => ({ code: (await codesOf(other, byDigits.id)).digits }),
      staffItems: () => ({ communityId: pinganli }),
      uploadItemPhoto: () => ({ communityId: pinganli, photo: pictureBase64 }),
      createItem: () => itemInput(),
      editItem: () => editOf(edited),
      restockItem: () => ({ itemId: edited.id, change: 1 }),
      closeItem: () => ({ itemId: edited.id }),
      openItem: () => ({ itemId: edited.id }),
      ledgerState: () => ({ communityId: pinganli }),
    }
  },
  // Digits are looked up in the place that the duty itself names: over a whole street the QR is what is scanned.
  expected: `
                         guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  overview               U      F        F    +      +++       +++         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  statement              U      F        F    +      +++       +++         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  items                  +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  item                   +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  redeem                 U      F        F    +      +NN       +NN         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  redemptions            U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  pickupCode             U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  cancelRedemption       U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  verifyPickup           U      F        F    F      FFF       FFF         +W+W    +W+W     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  verifyPickup (digits)  U      F        F    F      FFF       FFF         +WWW    +WWW     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  staffItems             U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  uploadItemPhoto        U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  createItem             U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  editItem               U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  restockItem            U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  closeItem              U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  openItem               U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  ledgerState            U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
`,
}
