import type { Output } from '../contract'
import { desksInForce } from '../kit/desk'
import type { Handler } from '../kit/handler'

type Shown = Output<'desk.mine'>['desks'][number]

/** My desks in force, the newest first. The guard has read all of it: one round trip. */
export const mine: Handler<'desk.mine'> = async (_input, { me, now }) => ({
  desks: desksInForce(me.member?.desks, now)
    .map(({ id, browser, system, since, until }) => ({
      ...{ id, since, until, here: id === me.desk?.id },
      // Written by `open`, whose contract has the choices.
      ...({ browser, system } as Pick<Shown, 'browser' | 'system'>),
    }))
    .sort((one, other) => (one.since > other.since ? -1 : 1)),
})
