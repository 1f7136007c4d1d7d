import { householdLimits, type Person } from '../community/roster'
import { readDay, readName, readPhone, readText } from './cells'
import { readDoor, type Door } from './doors'
import type { Header, rosterColumns } from './headers'
import { readRows, type ReadRows, type RowReader } from './rows'
import type { Rows } from './workbook'

/** One row of a roster: a person behind a door. */
export interface RosterRow {
  row: number
  door: Door
  person: Person
  /** The header above the room, as the file has it. */
  roomTitle: string
}

type Field = keyof typeof rosterColumns

/** Reads a roster. A person is a name behind a door: the second row that says the same is a duplicate. */
export function readRoster(rows: Rows, header: Header<Field>): ReadRows<RosterRow> {
  const firstRows = new Map<string, number>()
  const personsBehind = new Map<string, number>()
  return readRows(rows, header, (reader) => {
    const entry = readOne(reader, header.titles.room ?? '')
    if (!entry) return undefined
    const door = Object.values(entry.door).join('-')
    const key = `${door}:${entry.person.name}`
    const firstRow = firstRows.get(key)
    if (firstRow) return reader.fail('personName', 'DUPLICATE_ROW', firstRow)
    const persons = (personsBehind.get(door) ?? 0) + 1
    // So many people behind one door are a sign of a wrong room number.
    if (persons > householdLimits.persons) return reader.fail('room', 'ROOM_INVALID')
    firstRows.set(key, entry.row)
    personsBehind.set(door, persons)
    return entry
  })
}

function readOne(reader: RowReader<Field>, roomTitle: string): RosterRow | undefined {
  const door = readDoor({
    building: reader.cell('building'),
    unit: reader.cell('unit'),
    room: reader.cell('room'),
  })
  if ('code' in door) reader.fail(door.field, door.code)
  const name = reader.take('personName', (cell) => readName(cell, householdLimits.nameLength))
  const phone = reader.take('phone', readPhone)
  const movedInOn = reader.take('movedInOn', readDay)
  const note = reader.take('note', (cell) => readText(cell, householdLimits.noteLength - movedInLength))
  if ('code' in door || name === undefined || phone === undefined) return undefined
  if (movedInOn === undefined || note === undefined) return undefined
  const notes = [movedInOn ? `入住 ${movedInOn}` : '', note].filter(Boolean)
  const person = { name, phone, note: notes.join('；') }
  return { row: reader.row, door: door.value, person, roomTitle }
}

/** 「入住 2026-11-03；」 */
const movedInLength = 14
