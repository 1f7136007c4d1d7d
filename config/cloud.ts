import type { FunctionDefinition } from '../localcloud/manifest'

export { collections } from './collections'

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

/** What only timers, WeChat and the operator call. */
const closed: DeclaredFunction = { ...domain, timeoutSeconds: 60, clientCallable: false }

/**
 * Every cloud function by the name of its folder in `cloudfunctions/`. A timer's name is the action of `jobs`
 * that it runs; a function has at most ten (docs/decisions/0209). Times are UTC+8, seven cron fields (second minute
 * hour day month weekday year).
 */
export const functions: Record<string, DeclaredFunction> = {
  affairs: { ...domain, maxInstances: 6 },
  community: { ...domain, provisioned: 1 },
  home: { ...domain, provisioned: 1 },
  meetings: { ...domain, maxInstances: 8, provisioned: 4 },
  points: { ...domain, maxInstances: 8, provisioned: 6 },
  party: { ...domain, maxInstances: 8, provisioned: 4 },
  proxy: domain,
  residency: domain,
  imports: { ...domain, timeoutSeconds: 60 },
  // A workbook of 50,000 rows is made in memory (docs/decisions/0190).
  exports: { ...domain, timeoutSeconds: 60, memoryMb: 512 },
  inbox: domain,
  notices: domain,
  // Anybody may open a QR: few instances, each with its own bound.
  desk: { ...domain, maxInstances: 2 },
  directory: domain,
  duties: domain,
  privacy: domain,
  safety: domain,
  territory: domain,
  jobs: {
    ...closed,
    pushes: ['wxa_media_check'],
    timers: [
      { name: 'lapseCases', cron: '0 7 * * * * *' },
      { name: 'lapseOffers', cron: '10 * * * * * *' },
      { name: 'buildBoards', cron: '25 * * * * * *' },
      { name: 'closeActivities', cron: '20 * * * * * *' },
      { name: 'sendMessages', cron: '30 * * * * * *' },
      // By day alone: nobody is to be woken.
      { name: 'remind', cron: '5 * 9-20 * * * *' },
      { name: 'tendDuties', cron: '15 */5 * * * * *' },
      { name: 'tendProxies', cron: '35 * * * * * *' },
      { name: 'checkContent', cron: '15 * * * * * *' },
      { name: 'buildCopies', cron: '35 * * * * * *' },
    ],
  },
  // What gives back, removes and proves; the same code as `jobs`.
  upkeep: {
    ...closed,
    timers: [
      { name: 'sweepReservations', cron: '0 * * * * * *' },
      { name: 'timeOutRedemptions', cron: '0 */10 * * * * *' },
      { name: 'sweepSeats', cron: '40 * * * * * *' },
      { name: 'sweepPlaces', cron: '50 * * * * * *' },
      { name: 'sweepDesks', cron: '45 */2 * * * * *' },
      { name: 'eraseAccounts', cron: '45 * * * * * *' },
      // At night; a run that has not removed all is followed by the next.
      { name: 'removeOutdated', cron: '30 */10 1-2 * * * *' },
      { name: 'removeUnusedPhotos', cron: '0 */20 * * * * *' },
      { name: 'removeExports', cron: '35 */10 * * * * *' },
      // One run a day; the later calls go on with it until it is done, and then do nothing.
      { name: 'reconcile', cron: '0 */5 3-5 * * * *' },
    ],
  },
}

/** The function behind `/v1/demo/*`; part of local builds only. */
export const demo: DeclaredFunction = { ...closed, maxInstances: 1 }

/** What CloudBase runs the functions on; the bundles are compiled for it. It cannot be changed on a deployed function. */
export const runtime = 'Nodejs18.15'

/** Names of the environment variables that hold random keys; each environment makes its own. */
export const secrets = ['JINLIN_KEY']

/**
 * Name of the environment variable that holds the key by which a web page is signed in: the JSON file of CloudBase's
 * custom log-in (自定义登录 → 私钥). The local cloud makes its own.
 */
export const signInKeyVariable = 'JINLIN_SIGN_IN_KEY'
/**
 * Environment variables that a deployment may set: where links lead, WeChat's message templates, and how fast one
 * person may call (`kit/rates.ts`).
 */
export const settings = [
  'JINLIN_LINKS',
  'JINLIN_SIGN_IN_KEY',
  'WX_TEMPLATE_ANSWER',
  'WX_TEMPLATE_MEETING',
  'WX_TEMPLATE_PARTY',
  'WX_TEMPLATE_PICKUP',
  'JINLIN_RATE',
]

/**
 * Name of the environment variable that holds the address of the web version, which QR codes lead to. The local
 * cloud puts its own there.
 */
export const addressVariable = 'JINLIN_LINKS'

/** The environment's id on this machine; a deployed one has its own. */
export const localEnvId = 'jinlin-local'
