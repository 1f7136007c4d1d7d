/**
 * The branch roster: the entry for other domains. An entry's id is its community and what is kept of the phone, so
 * that two imports of one number meet in one document and the number itself is in none.
 */
export { phoneHmac } from './phones'
export { byIds as rosterById } from './queries'
export { BranchRosterEntry, branchRoster, rosterIdOf } from './store'
