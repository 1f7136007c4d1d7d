import type { Handler } from '../kit/handler'
import { tend } from '../proxy/tend'

/** 代办 whose time is up, and residents who have not said anything yet. Safe to run twice. */
export const tendProxies: Handler<'jobs.tendProxies'> = (_input, { db, now }) => tend(db, now)
