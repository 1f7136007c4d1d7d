import type { Collection, Stored } from './collection'
import { checked } from './reply'
import { sdkDatabase } from './sdk'
import { absent, atLeast, encodeWhere, type Where } from './where'

/**
 * A bounded counter under contention: stock, seats. Whoever takes leaves a reservation under the id of the effect
 * that is to follow; a reservation whose effect never comes is given back by a sweeper.
 */
export interface Counter extends Stored {
  left: number
  /** Σ quantity of `reserved`. */
  reservedUnits: number
  reserved: Record<string, Reservation>
}

export interface Reservation {
  quantity: number
  /** When it was taken, ISO 8601. */
  at: string
}

/** Atomic moves on one document, outside any transaction, one round trip each. */
export interface Counters {
  /**
   * Takes `quantity` if that much is left, the conditions hold and this reservation is not there yet.
   * @returns whether it was taken; false says nothing of the reason
   */
  take<D extends Counter>(
    from: Collection<D>,
    id: string,
    reservationId: string,
    taking: Reservation,
    conditions?: Where,
  ): Promise<boolean>
  /**
   * Puts back what a reservation holds, exactly once.
   * @param held the reservation as it was seen; with `at`, only if nobody has taken it over since
   * @returns whether it was still there
   */
  giveBack<D extends Counter>(
    to: Collection<D>,
    id: string,
    reservationId: string,
    held: Held,
  ): Promise<boolean>
  /** Ends a reservation whose goods are gone for good. @returns whether it was still there */
  settle<D extends Counter>(
    on: Collection<D>,
    id: string,
    reservationId: string,
    held: Held,
  ): Promise<boolean>
  /**
   * Makes the reservation of a caller that must be dead one's own: a repeat of its request goes on with it.
   * @returns false when somebody else was faster
   */
  takeOver<D extends Counter>(
    on: Collection<D>,
    id: string,
    reservationId: string,
    held: Reservation,
    at: string,
  ): Promise<boolean>
}

type Held = { quantity: number; at?: string }

export const counters: Counters = {
  take: (from, id, reservationId, taking, conditions = {}) =>
    move(
      from.name,
      { ...conditions, _id: id, left: atLeast(taking.quantity), [`reserved.${reservationId}`]: absent() },
      (command) => ({
        left: command.inc(-taking.quantity),
        reservedUnits: command.inc(taking.quantity),
        [`reserved.${reservationId}`]: command.set({ quantity: taking.quantity, at: taking.at }),
      }),
    ),
  giveBack: (to, id, reservationId, held) =>
    move(to.name, whileHeld(id, reservationId, held), (command) => ({
      left: command.inc(held.quantity),
      reservedUnits: command.inc(-held.quantity),
      [`reserved.${reservationId}`]: command.remove(),
    })),
  settle: (on, id, reservationId, held) =>
    move(on.name, whileHeld(id, reservationId, held), (command) => ({
      reservedUnits: command.inc(-held.quantity),
      [`reserved.${reservationId}`]: command.remove(),
    })),
  takeOver: (on, id, reservationId, held, at) =>
    move(on.name, whileHeld(id, reservationId, held), (command) => ({
      [`reserved.${reservationId}.at`]: command.set(at),
    })),
}

const whileHeld = (id: string, reservationId: string, held: Held): Where => ({
  _id: id,
  [`reserved.${reservationId}.quantity`]: held.quantity,
  ...(held.at ? { [`reserved.${reservationId}.at`]: held.at } : {}),
})

type Commands = ReturnType<typeof sdkDatabase>['command']

async function move(
  collectionName: string,
  where: Where,
  change: (command: Commands) => Record<string, unknown>,
): Promise<boolean> {
  const { command } = sdkDatabase()
  const query = sdkDatabase().collection(collectionName).where(encodeWhere(where, command))
  return (await checked(query.update(change(command)))).updated === 1
}
