/** Bounds of `residency` that no form shows: apart from `limits`, which the mini program's main package carries. */
export const bounds = {
  /** Rows after which nothing new is asked for; what is under way still comes to its end. */
  timelineRows: 80,
  maxTimelineRows: 100,
  historyRows: 50,
  /** People whom the roster has behind one door. */
  rosterPersons: 12,
  /** Other people of a household that its page names. */
  personsShown: 12,
  /** People of one door whom staff see. */
  boundListed: 50,
  pastListed: 20,
  unitsOfBuilding: 40,
  flatsOfUnit: 200,
  unitsOfLeader: 40,
} as const
