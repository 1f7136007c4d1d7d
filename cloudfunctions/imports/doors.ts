import { doorParts } from '../community/rules'
import { compact } from './cells'
import type { Cell } from './workbook'

/** Where a household lives, in the plain form that makes two spellings of one door equal. */
export interface Door {
  building: string
  unit: string
  room: string
}

/** A door, or the column at fault and why. */
export type DoorRead = { value: Door } | { field: keyof Door; code: 'REQUIRED' | 'ROOM_INVALID' }

/**
 * A door from its three cells: 「7号楼」「二单元」「0301室」 is 7, 2, 301. A room may also carry the unit and the
 * building (2-301, 7-2-301); then the cells of their own must say the same. A building without units has unit 1.
 */
export function readDoor(cells: Record<keyof Door, Cell>): DoorRead {
  const inRoom = partsOf(cells.room)
  if (inRoom.length === 0) return { field: 'room', code: 'REQUIRED' }
  const room = inRoom.at(-1) ?? ''
  if (inRoom.length > 3 || !isCode(room)) return { field: 'room', code: 'ROOM_INVALID' }
  const building = agreed(partsOf(cells.building), inRoom.at(-3))
  const unit = agreed(partsOf(cells.unit), inRoom.at(-2))
  if (building === '') return { field: 'building', code: 'REQUIRED' }
  if (building === null || !isCode(building)) return { field: 'building', code: 'ROOM_INVALID' }
  if (unit === null || !isCode(unit || '1')) return { field: 'unit', code: 'ROOM_INVALID' }
  return { value: { building, unit: unit || '1', room } }
}

/** The part that a cell and the room's own prefix agree on; empty when neither says anything, null when they differ. */
function agreed(inCell: string[], inRoom: string | undefined): string | null {
  const [part = '', ...more] = inCell
  if (more.length > 0) return null
  if (part && inRoom && part !== inRoom) return null
  return part || inRoom || ''
}

/** Dates, which Excel makes of 7-2, give no part that is a code. */
const partsOf = (cell: Cell): string[] => (cell instanceof Date ? ['?'] : doorParts(compact(cell)))

const isCode = (part: string): boolean => /^[A-Z0-9]{1,6}$/.test(part)
