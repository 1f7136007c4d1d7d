import type { Transaction } from './transaction'

/** How long one transaction may keep the next waiting, in ms. */
export const TURN_MS = 100
/** Most that wait for one document; who comes then goes on without a turn. */
const MAX_WAITING = 50

/** Who has a document in turn, and who waits for it, in the order in which they came. */
export interface Line {
  readonly name: string
  holder?: Transaction | undefined
  readonly waiting: Map<Transaction, Waiter>
  timer?: NodeJS.Timeout | undefined
  /** Nobody has come since the last sweep. */
  idle: boolean
}

interface Waiter {
  wake: () => void
  woken: Promise<void>
}

/**
 * Documents that transactions have lost to each other a moment ago. Who wants one next has it in turn, instead of
 * reading it only to lose it again. Nothing but the order depends on a turn: who has none, because it was kept too long
 * or too many wait, meets the others as ever.
 */
export class Lines {
  /** How many wait, in all lines. */
  waiting = 0
  private readonly lines = new Map<string, Line>()

  /** A transaction has read the document in vain. @param holder to whom it lost, if that one is still there */
  begin(name: string, holder: Transaction | undefined): void {
    if (this.lines.has(name)) return
    const line: Line = { name, waiting: new Map(), idle: false }
    this.lines.set(name, line)
    if (holder && !holder.line) give(line, holder)
  }

  /** Whether others wait for what the transaction has in turn. */
  isAwaited({ line }: Transaction): boolean {
    return line !== undefined && line.waiting.size > 0
  }

  /**
   * Waits for the transaction's turn; undefined when it may go on. Who holds anything waits for nothing, so that no two
   * wait for each other; and who has read the document already is too late for a turn.
   */
  turn(name: string, transaction: Transaction): Promise<void> | undefined {
    const line = this.lines.get(name)
    const known = line?.waiting.get(transaction)
    if (!line || known || transaction.line || transaction.locks.size > 0 || transaction.rows.has(name))
      return known?.woken
    if (line.waiting.size >= MAX_WAITING) return undefined
    if (!line.holder) {
      give(line, transaction)
      return undefined
    }
    let wake = (): void => {}
    const woken = new Promise<void>((resolve) => (wake = resolve))
    line.waiting.set(transaction, { wake, woken })
    this.waiting++
    transaction.line = line
    line.timer ??= setTimeout(() => this.next(line), TURN_MS)
    return woken
  }

  /**
   * A transaction has ended. Who had its turn and left the document as it was has only read it, as others may at the
   * same time: the line is in their way.
   */
  leave(transaction: Transaction): void {
    const { line } = transaction
    if (!line) return
    transaction.line = undefined
    this.wake(line, transaction)
    if (line.holder !== transaction) return
    line.holder = undefined
    if (transaction.locks.has(line.name)) this.next(line)
    else this.dissolve(line)
  }

  /** Forgets the documents that nobody wants any more; to be called now and then. */
  sweep(): void {
    for (const line of this.lines.values()) {
      if (line.idle) this.lines.delete(line.name)
      line.idle = !line.holder
    }
  }

  private next(line: Line): void {
    clearTimeout(line.timer)
    line.timer = undefined
    line.holder = undefined
    const [first] = line.waiting.keys()
    if (!first) return
    give(line, first)
    this.wake(line, first)
    if (line.waiting.size > 0) line.timer = setTimeout(() => this.next(line), TURN_MS)
  }

  private dissolve(line: Line): void {
    clearTimeout(line.timer)
    this.lines.delete(line.name)
    for (const transaction of line.waiting.keys()) {
      transaction.line = undefined
      this.wake(line, transaction)
    }
  }

  private wake(line: Line, transaction: Transaction): void {
    const waiter = line.waiting.get(transaction)
    if (!waiter) return
    line.waiting.delete(transaction)
    this.waiting--
    waiter.wake()
  }
}

function give(line: Line, transaction: Transaction): void {
  line.holder = transaction
  line.idle = false
  transaction.line = line
}
