/** How long at most a write is kept from the disk because others are about to follow, in ms. */
const HOLD_MS = 1

/** Someone whose answer may be given once what is written is on disk. */
type Waiter = (failure?: Error) => void

/**
 * What is written is in the log, and on disk after the log's next flush: nothing is answered before. One flush runs at
 * a time, beside everything else; what is written meanwhile shares the next one.
 */
export class Durability {
  /** Why nothing is put on disk any more: what it holds is not known then, and a later flush would not tell. */
  failure?: Error
  /** Those whom the flush under way answers; null when there is none. */
  private under: Waiter[] | null = null
  private next: Waiter[] = []
  private held: NodeJS.Timeout | undefined

  /**
   * @param flush puts on disk what is written when it is called
   * @param onFlush told at the start of each flush; what it returns is called when that is on disk
   * @param coming how many writes are about to follow one another: the disk is not sent off for the first of them alone
   */
  constructor(
    private readonly flush: () => Promise<void>,
    private readonly onFlush: () => () => void,
    private readonly coming: () => number,
  ) {}

  /** Whether the disk has nothing to do. */
  get idle(): boolean {
    return this.under === null
  }

  /** Something has just been written: answers when it is on disk, or with the disk's error. */
  written(waiter: Waiter): void {
    this.next.push(waiter)
    this.startWhenWorthIt()
  }

  /** Waits until all that is written by now is on disk; undefined when it is. Rejects when that is not known any more. */
  pending(): Promise<void> | undefined {
    if (this.failure) return Promise.reject(this.failure)
    const last = this.next.length > 0 ? this.next : this.under
    if (!last) return undefined
    return new Promise((resolve, reject) => last.push((failure) => (failure ? reject(failure) : resolve())))
  }

  private startWhenWorthIt(): void {
    if (this.under || this.next.length === 0) return
    if (this.next.length >= this.coming()) this.start()
    else this.held ??= setTimeout(() => this.start(), HOLD_MS)
  }

  private start(): void {
    clearTimeout(this.held)
    this.held = undefined
    this.under = this.next
    this.next = []
    if (this.failure) return this.answer()
    const onDisk = this.onFlush()
    this.flush().then(
      () => {
        onDisk()
        this.answer()
      },
      (cause: unknown) => {
        this.failure = new Error('the disk has failed, and what it holds is not known: start again', {
          cause,
        })
        this.answer()
      },
    )
  }

  private answer(): void {
    const waiters = this.under ?? []
    this.under = null
    for (const waiter of waiters) waiter(this.failure)
    this.startWhenWorthIt()
  }
}
