/** true only in a web build for local use (`JINLIN_DEMO=1`): the persona sign-in exists. Set by config/index.ts. */
declare const __DEMO__: boolean

declare module '*.css'
