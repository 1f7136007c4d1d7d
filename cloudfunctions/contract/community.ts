import { z } from 'zod'
import { anyone, memberAtDesk, roles } from './access'
import { action } from './action'
import { CommunityId, Instant, PlaceId } from './fields'

export const Community = z.object({
  id: CommunityId,
  name: z.string(),
  streetName: z.string(),
  /** The community's own telephone, for everybody to call. */
  phone: z.string(),
})

export const community = {
  /** The communities that can be looked at without a log-in. */
  communities: action({
    access: anyone(),
    input: z.strictObject({}),
    output: z.object({ communities: z.array(Community).max(200) }),
    errors: [],
  }),
  /** Who I am here: my residency and my duties. */
  me: action({
    access: memberAtDesk(),
    input: z.strictObject({}),
    output: z.object({
      /** In full: it is the caller's own. null for a visitor who has not registered. */
      name: z.string().max(30).nullable(),
      residency: z
        .object({ community: Community, building: z.string(), unit: z.string(), room: z.string() })
        .nullable(),
      duties: z
        .array(
          z.object({
            role: z.enum(roles),
            placeId: PlaceId,
            placeName: z.string(),
            /** Some units of one building of the place (null: all of them); null: the whole place. */
            within: z
              .object({ building: z.string(), units: z.array(z.string()).max(20).nullable() })
              .nullable(),
            /** The communities of that place, for the pages that work on one of them. */
            communities: z.array(Community).max(200),
          }),
        )
        .max(20),
      /** At a desk: until when it is in force. null on a phone. */
      deskUntil: Instant.nullable(),
    }),
    errors: [],
  }),
}
