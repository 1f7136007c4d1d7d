/** What one person may ask of one instance of a function: so many calls a second for long, and more for a moment. */
export interface Rate {
  perSecond: number
  burst: number
}

/**
 * Far above what hands can do: a host who checks in two people a second, each with a look at the list, stays below;
 * so does whoever opens page after page. Above it is a program. See docs/decisions/0192.
 */
export const usualRate: Rate = { perSecond: 5, burst: 60 }

/** People that an instance remembers; whoever was not seen for longest is forgotten first. */
const mostPeople = 2_000

/**
 * The rate that a deployment set (`JINLIN_RATE`, e.g. `5/60`: calls a second, and at once); the usual one where it set
 * none or something else.
 */
export function rateOf(setting: string | undefined): Rate {
  const [, perSecond, burst] = /^(\d+(?:\.\d+)?)\/(\d+)$/.exec(setting ?? '') ?? []
  const rate = { perSecond: Number(perSecond), burst: Number(burst) }
  return rate.perSecond > 0 && rate.burst >= 1 ? rate : usualRate
}

/** A bucket of tokens for each person, in the memory of this instance: it costs no round trip and is approximate. */
export class Buckets {
  private readonly people = new Map<string, { tokens: number; at: number }>()

  constructor(
    private readonly rate: Rate,
    private readonly most = mostPeople,
  ) {}

  /**
   * Takes tokens for a call, if they are there.
   * @param cost 1 for most calls; one that is dearer than a whole bucket takes all of it
   * @param now milliseconds
   */
  take(who: string, cost: number, now: number): boolean {
    const { perSecond, burst } = this.rate
    const { tokens, at } = this.people.get(who) ?? { tokens: burst, at: now }
    // A clock that was set back gives nothing and takes nothing.
    const filled = Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond)
    const price = Math.min(cost, burst)
    const isEnough = filled >= price
    this.people.delete(who)
    if (this.people.size >= this.most) this.forgetOne()
    this.people.set(who, { tokens: isEnough ? filled - price : filled, at: now })
    return isEnough
  }

  private forgetOne(): void {
    for (const who of this.people.keys()) {
      this.people.delete(who)
      return
    }
  }
}

let buckets: Buckets | undefined

/**
 * Whether somebody may make a call of this instance now. Nobody in particular, timers and pushes are not counted.
 * @param caller an openid, or a desk's user id; empty for nobody
 */
export const mayCall = (caller: string, cost: number, now: number): boolean => {
  buckets ??= new Buckets(rateOf(process.env.JINLIN_RATE))
  return caller === '' || buckets.take(caller, cost, now)
}
