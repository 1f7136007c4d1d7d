import { chinaDay, endOfChinaDay } from '../kit/time'
import { addWorkdays } from '../kit/workdays'
import type { Case } from './store'

type Category = Case['category']
type Kind = Case['kind']

/** Working days until a case is accepted. */
export const acceptWithinDays = 1

/** Working days until a report is answered: the shorter, the more it can harm. */
export const answerWithinDays: Readonly<Record<Category, number>> = {
  safety: 1,
  sanitation: 3,
  noise: 3,
  parking: 5,
  facilities: 5,
  property: 5,
  services: 5,
  other: 5,
}

/**
 * Which of the two divisions of the buildings a category belongs to: what is built and run to 建管网格, what people do
 * to one another to 治理网格.
 */
export const layerOf: Readonly<Record<Category, 'governance' | 'construction'>> = {
  facilities: 'construction',
  property: 'construction',
  safety: 'governance',
  sanitation: 'governance',
  noise: 'governance',
  parking: 'governance',
  services: 'governance',
  other: 'governance',
}

/** Working days until a suggestion is answered, whatever it is about. */
export const suggestionAnswerWithinDays = 10

/** The last day, `YYYY-MM-DD`, on which a case that came in (or up) at `from` is accepted in time. */
export const acceptBy = (from: string): string => addWorkdays(chinaDay(new Date(from)), acceptWithinDays)

/** The last day, `YYYY-MM-DD`, on which a case is answered in time. */
export const answerBy = (kase: { kind: Kind; category: Category; countedFrom: string }): string =>
  addWorkdays(
    chinaDay(new Date(kase.countedFrom)),
    kase.kind === 'suggestion' ? suggestionAnswerWithinDays : answerWithinDays[kase.category],
  )

/** The end of the day in China that lies so many days after an instant, ISO 8601. */
export const daysAfter = (at: string, days: number): string => endOfChinaDay(new Date(at), days).toISOString()

/** Whether the day on which something had to be done has passed. */
export const isOverdue = ({ dueOn }: Pick<Case, 'dueOn'>, now: Date): boolean =>
  dueOn !== null && dueOn < chinaDay(now)

/** The place above: a community's street, a street's district. The district is its own superior. */
export const superiorOf = (placeId: string): string =>
  placeId.includes('.') ? placeId.slice(0, placeId.lastIndexOf('.')) : placeId

/** Who is to act: the community itself, or the street after an escalation. */
export const levelOf = ({
  communityId,
  ownerPlaceId,
}: Pick<Case, 'communityId' | 'ownerPlaceId'>): 'community' | 'street' =>
  ownerPlaceId === communityId ? 'community' : 'street'

const titleLength = 24

/** The first words of a text, for a list. */
export function titleOf(text: string): string {
  const [line = ''] = text.trim().split('\n')
  const letters = Array.from(line)
  return letters.length > titleLength ? `${letters.slice(0, titleLength).join('')}…` : line
}
