import type { Actor } from '../kit/actor'

/**
 * The community whose registration somebody can look at and end: one in force where they no longer live comes first,
 * so that nobody is held to it; else the one of where they live. null for somebody with neither.
 */
export function communityOfRegistration({ member, residency }: Actor): string | null {
  return member?.registration?.communityId ?? residency?.communityId ?? null
}
