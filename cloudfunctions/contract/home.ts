import { z } from 'zod'
import { anyone } from './access'
import { action } from './action'
import { CommunityId, Day, Instant, RedemptionId } from './fields'
import { Community } from './community'
import { Item } from './points'

export const home = {
  /** The first screen in one call. Without a log-in: the community asked for, or the first one. */
  show: action({
    access: anyone(),
    input: z.strictObject({ communityId: CommunityId.optional() }),
    output: z.object({
      community: Community,
      resident: z
        .object({
          building: z.string(),
          unit: z.string(),
          available: z.int(),
          nextExpiry: z.object({ points: z.int(), expiresOn: Day }).nullable(),
          /** What waits to be picked up, the most urgent first. */
          toPickUp: z
            .array(
              z.object({
                id: RedemptionId,
                itemName: z.string(),
                quantity: z.int(),
                pickupPlace: z.string(),
                pickUpBefore: Instant,
              }),
            )
            .max(3),
          toPickUpCount: z.int().min(0).max(50),
        })
        .nullable(),
      /** A few items to look at, with what is left. */
      items: z.array(Item).max(4),
    }),
    errors: [],
  }),
}
