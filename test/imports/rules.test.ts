import fc from 'fast-check'
import { householdLimits, type Household, type Person } from '../../cloudfunctions/community/roster'
import { decideHousehold, effectOfRow, mergedPersons } from '../../cloudfunctions/imports/householdRules'
import { undoEntry } from '../../cloudfunctions/imports/markedRules'
import { canMove, inBatches } from '../../cloudfunctions/imports/rules'
import type { HouseholdEntry } from '../../cloudfunctions/imports/store'

const zhang: Person = { name: '张桂兰', phone: '13800000000', note: '党员' }
const li: Person = { name: '李建国', phone: null, note: '' }

const household = (writtenBy: string, persons = [zhang]): Household => ({
  _id: 'wendeng.tianfu.pinganli:7-2-301',
  schemaVersion: 1,
  communityId: 'wendeng.tianfu.pinganli',
  building: '7',
  unit: '2',
  room: '301',
  persons,
  writtenBy,
  writtenAt: '2026-11-03T00:00:00.000Z',
})

const entry = (persons = [zhang]): HouseholdEntry => ({
  id: 'wendeng.tianfu.pinganli:7-2-301',
  building: '7',
  unit: '2',
  room: '301',
  persons,
  effect: 'pending',
  before: null,
})

describe('the states of an import', () => {
  test.each([
    ['applied', 'beginApply'],
    ['undoing', 'beginApply'],
    ['undone', 'beginApply'],
    ['staged', 'beginUndo'],
    ['undone', 'beginUndo'],
    ['staged', 'finishApply'],
    ['applied', 'finishUndo'],
    ['applying', 'lapse'],
    ['applied', 'lapse'],
    ['undone', 'lapse'],
    ['lapsed', 'beginApply'],
    ['lapsed', 'beginUndo'],
  ] as const)('%s does not allow %s', (state, event) => expect(canMove(state, event)).toBe(false))

  test('what was begun can be gone on with, and an unfinished apply can be undone', () => {
    expect(canMove('applying', 'beginApply') && canMove('undoing', 'beginUndo')).toBe(true)
    expect(canMove('applying', 'beginUndo')).toBe(true)
  })
})

describe('a household after a list', () => {
  test('loses nobody, and nothing to an empty cell', () => {
    const listed = [{ ...zhang, phone: null, note: '' }, li]
    expect(mergedPersons([zhang], listed)).toEqual([zhang, li])
  })

  test('is told as added, changed or unchanged, row by row', () => {
    expect(effectOfRow(null, zhang)).toBe('added')
    expect(effectOfRow(household('x_1'), li)).toBe('added')
    expect(effectOfRow(household('x_1'), { ...zhang, phone: '13900000000' })).toBe('changed')
    expect(effectOfRow(household('x_1'), { ...zhang, note: '' })).toBe('unchanged')
  })

  test('is not written when nothing would change, and never holds too many', () => {
    expect(decideHousehold(entry(), household('x_1'), 'x_2').effect).toBe('none')
    const many = [...'赵钱孙李周吴郑王冯陈褚卫'].map((family) => ({ ...li, name: `${family}伟` }))
    const merged = mergedPersons(household('x_1').persons, many)
    expect([merged.length, merged[0]?.name]).toEqual([householdLimits.persons, zhang.name])
  })
})

describe('undoing a household', () => {
  const changed = { ...entry([li]), effect: 'changed' as const, before: household('x_1') }
  const added = { ...entry(), effect: 'added' as const }

  test('is refused when somebody else wrote it since', () => {
    expect(undoEntry(changed, household('x_3'), 'x_2')).toBe('CHANGED_MEANWHILE')
    expect(undoEntry(added, household('x_3'), 'x_2')).toBe('CHANGED_MEANWHILE')
    expect(undoEntry(changed, null, 'x_2')).toBe('CHANGED_MEANWHILE')
  })

  test('puts back or removes what this import wrote, once', () => {
    expect(undoEntry(changed, household('x_2', [zhang, li]), 'x_2')).toBe('restore')
    expect(undoEntry(changed, household('x_1'), 'x_2')).toBe('nothing')
    expect(undoEntry(added, household('x_2'), 'x_2')).toBe('remove')
    expect(undoEntry(added, null, 'x_2')).toBe('nothing')
    expect(undoEntry({ ...entry(), effect: 'none' }, household('x_1'), 'x_2')).toBe('nothing')
  })
})

test('batches keep the order, hold everything once and never more than their size', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 200 })
  fc.assert(
    fc.property(sizes, (all) => {
      const batches = inBatches(all, 20, (rows) => rows)
      expect(batches.flat()).toEqual(all)
      for (const batch of batches) expect(batch.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(20)
    }),
  )
})
