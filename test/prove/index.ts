import { checkins } from './checkins'
import { contention } from './contention'
import { disk } from './disk'
import { flood } from './flood'
import { guessing } from './guesses'
import { households } from './households'
import { kill } from './kill'
import type { Line } from './line'
import { meetings } from './meetings'
import { queue } from './queue'
import { sdks } from './sdks'
import { seats } from './seats'
import { torn } from './torn'
import { volume } from './volume'

/** Everything that `npm run prove` measures, by the name that `--only` takes. */
export const proofs: Record<string, (options: { release: boolean }) => Promise<Line[]>> = {
  contention,
  kill,
  disk,
  torn,
  volume,
  meetings,
  seats,
  queue,
  checkins,
  flood,
  households,
  guesses: guessing,
  sdks,
}
