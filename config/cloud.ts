import type { CollectionDefinitions } from '../localcloud/engine/types'
import type { FunctionDefinition } from '../localcloud/manifest'

/** A function as it is declared here; where its bundle lies is the build's business. */
export type DeclaredFunction = Omit<FunctionDefinition, 'bundle'>

const domain: DeclaredFunction = {
  // The grace that a reservation gets (points/reserve.ts) is reckoned from this.
  timeoutSeconds: 10,
  memoryMb: 256,
  maxInstances: 4,
  clientCallable: true,
  timers: [],
}

/**
 * Every cloud function by the name of its folder in `cloudfunctions/`. A timer's name is the action of `jobs`
 * that it runs. Times are UTC+8, seven cron fields (second minute hour day month weekday year).
 */
export const functions: Record<string, DeclaredFunction> = {
  community: { ...domain, provisioned: 1 },
  home: { ...domain, provisioned: 1 },
  points: { ...domain, maxInstances: 6, provisioned: 4 },
  imports: { ...domain, timeoutSeconds: 60 },
  jobs: {
    ...domain,
    timeoutSeconds: 60,
    clientCallable: false,
    timers: [
      { name: 'sweepReservations', cron: '0 * * * * * *' },
      { name: 'timeOutRedemptions', cron: '0 */10 * * * * *' },
      // One run a day; the later calls go on with it until it is done, and then do nothing.
      { name: 'reconcile', cron: '0 */5 3-5 * * * *' },
    ],
  },
}

/** The function behind `/v1/demo/*`; part of local builds only. */
export const demo: DeclaredFunction = {
  ...domain,
  timeoutSeconds: 60,
  maxInstances: 1,
  clientCallable: false,
}

/** Every collection with its indexes, here and in the cloud. Reads by `_id` need none. */
export const collections: CollectionDefinitions = {
  members: { indexes: [] },
  places: {
    indexes: [
      {
        name: 'kind_id',
        fields: [
          ['kind', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  households: { indexes: [] },
  items: {
    indexes: [
      {
        name: 'community_state_cost',
        fields: [
          ['communityId', 1],
          ['state', -1],
          ['costPoints', 1],
        ],
      },
      { name: 'reserved_units', fields: [['reservedUnits', 1]] },
    ],
  },
  accounts: { indexes: [] },
  journals: {
    indexes: [
      {
        name: 'account_seq',
        fields: [
          ['member.account', 1],
          ['member.seq', 1],
        ],
        unique: true,
      },
    ],
  },
  redemptions: {
    indexes: [
      { name: 'open_code', fields: [['openCode', 1]], unique: true },
      {
        name: 'code',
        fields: [
          ['code', 1],
          ['accountSeq', -1],
        ],
      },
      { name: 'ended_by', fields: [['endedBy', 1]] },
      { name: 'item', fields: [['itemId', 1]] },
      {
        name: 'member_seq',
        fields: [
          ['memberId', 1],
          ['accountSeq', -1],
        ],
      },
      {
        name: 'member_state_before',
        fields: [
          ['memberId', 1],
          ['state', 1],
          ['pickUpBefore', 1],
        ],
      },
      {
        name: 'state_before',
        fields: [
          ['state', 1],
          ['pickUpBefore', 1],
        ],
      },
    ],
  },
  proofs: { indexes: [] },
  audits: { indexes: [] },
  imports: {
    indexes: [
      {
        name: 'community_staged',
        fields: [
          ['communityId', 1],
          ['stagedAt', -1],
        ],
      },
    ],
  },
  import_batches: { indexes: [] },
  job_runs: { indexes: [] },
}

/** Names of the environment variables that hold random keys; each environment makes its own. */
export const secrets = ['JINLIN_KEY']

/** The environment's id on this machine; a deployed one has its own. */
export const localEnvId = 'jinlin-local'
