import { contention } from './contention'
import { kill } from './kill'
import type { Line } from './line'

/** Everything that `npm run prove` measures, by the name that `--only` takes. */
export const proofs: Record<string, () => Promise<Line[]>> = { contention, kill }
