import { hotLedger, ledger } from './ledger'
import type { BenchLine } from './line'
import { start } from './start'
import { line as transaction } from './transaction'

/** Everything that `npm run bench` compares, by the name that `--only` takes. */
export const lines: Record<string, () => Promise<BenchLine>> = {
  ledger,
  hotLedger,
  start,
  transaction,
}
