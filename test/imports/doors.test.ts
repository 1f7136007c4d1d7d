import fc from 'fast-check'
import { readDoor } from '../../cloudfunctions/imports/doors'
import type { Cell } from '../../cloudfunctions/imports/workbook'

const door = (building: Cell, unit: Cell, room: Cell) => readDoor({ building, unit, room })

describe('a door is refused', () => {
  test.each([
    ['without a room', door('7', '2', ''), { field: 'room', code: 'REQUIRED' }],
    ['without a building', door(null, '2', '301'), { field: 'building', code: 'REQUIRED' }],
    ['with words for a room', door('7', '2', '东边那户'), { field: 'room', code: 'ROOM_INVALID' }],
    [
      'with a date for a room',
      door('7', '2', new Date('2026-07-02')),
      { field: 'room', code: 'ROOM_INVALID' },
    ],
    ['when room and unit differ', door('7', '1', '2-301'), { field: 'unit', code: 'ROOM_INVALID' }],
    ['when room and building differ', door('8', '2', '7-2-301'), { field: 'building', code: 'ROOM_INVALID' }],
    ['with two buildings in one cell', door('7-8', '2', '301'), { field: 'building', code: 'ROOM_INVALID' }],
    ['with operators', door('7', '2', '$where'), { field: 'room', code: 'ROOM_INVALID' }],
  ])('%s', (_, read, why) => expect(read).toEqual(why))
})

describe('a door is read', () => {
  test.each([
    [door('7号楼', '2单元', '301室'), '7-2-301'],
    [door('7#', '二单元', '0301'), '7-2-301'],
    [door('7栋', 2, 301), '7-2-301'],
    [door('第7幢', '２', '３０１'), '7-2-301'],
    [door(7, '2', '2-301'), '7-2-301'],
    [door('', '', '7-2-301'), '7-2-301'],
    [door('', null, '7号楼2单元301室'), '7-2-301'],
    [door('二十一号楼', '三单元', '1001'), '21-3-1001'],
    [door('十号楼', '', '101'), '10-1-101'],
    [door('a座', '无', '1201'), 'A-1-1201'],
  ])('case %#', (read, key) => {
    expect('value' in read && Object.values(read.value).join('-')).toBe(key)
  })
})

test('one door is one household however it is written', () => {
  const numbers = fc.tuple(
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 101, max: 3504 }),
  )
  fc.assert(
    fc.property(numbers, fc.nat(spellings.length - 1), ([building, unit, room], index) => {
      const spelt = spellings[index]?.(building, unit, room)
      expect(spelt).toEqual({ value: { building: `${building}`, unit: `${unit}`, room: `${room}` } })
    }),
  )
})

const spellings: ((building: number, unit: number, room: number) => ReturnType<typeof door>)[] = [
  (building, unit, room) => door(building, unit, room),
  (building, unit, room) => door(`${building}号楼`, `${unit}单元`, `${room}室`),
  (building, unit, room) => door(` ${building} 栋`, `0${unit}`, `0${room}`),
  (building, unit, room) => door('', '', `${building}-${unit}-${room}`),
  (building, unit, room) => door(`${building}#`, '', `${unit}－${room}`),
]
