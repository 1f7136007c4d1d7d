import { reach, type Actor } from '../kit/actor'
import { publisherOf } from './rules'

/** Whether somebody publishes for a place: by a duty of the place's own level that reaches it. */
export const manages = ({ duties }: Pick<Actor, 'duties'>, placeId: string): boolean =>
  reach(
    duties.filter(({ role }) => role === publisherOf(placeId)),
    placeId,
  )
