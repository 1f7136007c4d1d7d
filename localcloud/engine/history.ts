import type { StoredDocument } from './types'

/** Most pre-images held for open snapshots; beyond it the oldest transactions are aborted. */
export const MAX_PRE_IMAGES = 200_000

interface Version {
  batch: number
  /** The document before the batch; null when there was none; undefined for the name of a unique key. */
  before: StoredDocument | null | undefined
}

/**
 * What committed batches have changed since the oldest open snapshot, and since the last that is on disk. Names stand for documents and for
 * unique keys. The committed versions themselves are in SQLite.
 */
export class History {
  /** The number of the last batch; a snapshot sees every batch up to the one at which it began. */
  batch = 0
  /** The number of the last batch that is on disk. */
  durable = 0
  private readonly versions = new Map<string, Version[]>()
  private readonly order: { name: string; batch: number }[] = []
  private forgotten = 0

  get size(): number {
    return this.order.length - this.forgotten
  }

  /** Notes the first change of a name in the running batch. */
  record(name: string, before: StoredDocument | null | undefined): void {
    const list = this.versions.get(name) ?? []
    if (list.at(-1)?.batch === this.batch) return
    list.push({ batch: this.batch, before })
    this.versions.set(name, list)
    this.order.push({ name, batch: this.batch })
  }

  /** True when the name was changed after the snapshot. */
  changedSince(name: string, snapshot: number): boolean {
    return (this.versions.get(name)?.at(-1)?.batch ?? 0) > snapshot
  }

  /** The document as the snapshot sees it; undefined when it has not changed since. */
  asOf(name: string, snapshot: number): StoredDocument | null | undefined {
    return this.versions.get(name)?.find(({ batch }) => batch > snapshot)?.before
  }

  /** Forgets what is on disk and what no snapshot of that age or younger needs; undefined: there is no snapshot. */
  forget(oldestSnapshot: number | undefined): void {
    const needed = Math.min(oldestSnapshot ?? this.durable, this.durable)
    if (needed === this.batch) {
      this.versions.clear()
      this.order.length = 0
      this.forgotten = 0
      return
    }
    let next = this.order[this.forgotten]
    while (next && next.batch <= needed) {
      const list = this.versions.get(next.name)
      list?.shift()
      if (list?.length === 0) this.versions.delete(next.name)
      next = this.order[++this.forgotten]
    }
    if (this.forgotten > 1000 && this.forgotten * 2 > this.order.length) {
      this.order.splice(0, this.forgotten)
      this.forgotten = 0
    }
  }
}
