import type { Member } from '../kit/actor'

/** The member with a registration in force from now on. */
export const withRegistration = (member: Member, communityId: string, since: string): Member => ({
  ...member,
  registration: { communityId, since },
})

/** The member without it; one with another community stays. */
export const withoutRegistration = (member: Member, communityId: string): Member =>
  member.registration?.communityId === communityId ? { ...member, registration: null } : member
