import { emptyEntry, problemsOf, sendingOf } from '@/features/directory/draft'
import { isFound, movedIds, type Entry, type StaffEntry } from '@/features/directory/words'

const entry = (id: string, kind: StaffEntry['kind'], fields: Partial<StaffEntry> = {}): StaffEntry => ({
  ...{ id, placeId: 'a.b.c', kind, name: id, about: '', address: '', hours: '', phone: '0631-0000101' },
  ...{ version: 1, agreedAt: null },
  ...fields,
})

describe('[P9] a number that is being written', () => {
  it('needs a name, and a number as people write it', () => {
    expect(problemsOf(emptyEntry)).toEqual({ name: '请写名称', phone: '请写电话号码，如 0631-1234567' })
    for (const phone of ['0631-0000101', '110', '12345', '0631 0000101', '0631—0000101'])
      expect(problemsOf({ ...emptyEntry, name: '站', phone })).toEqual({})
  })

  it("needs the person's agreement where it is a person's", () => {
    const agreed = '先征得本人同意，再打开这里'
    expect(problemsOf({ ...emptyEntry, name: '站', phone: '138 0000 0321' })).toEqual({ agreed })
    expect(problemsOf({ ...emptyEntry, kind: 'liaison', name: '人', phone: '110' })).toEqual({ agreed })
    expect(problemsOf({ ...emptyEntry, kind: 'liaison', name: '人', phone: '110', agreed: true })).toEqual({})
  })

  it('is sent without blanks around it, and without an agreement that nobody needs', () => {
    expect(sendingOf({ ...emptyEntry, name: ' 站  一 ', phone: ' 0631—0000 101', agreed: true })).toEqual({
      ...emptyEntry,
      ...{ name: '站 一', phone: '0631-0000101', agreed: false },
    })
  })
})

describe('[P9] the list', () => {
  it('is searched by kind, name, what it is for and number', () => {
    const one: Entry = entry('站', 'health', { about: '量血压' })
    for (const asked of ['', ' ', '血压', '看病', '站 血压', '06310000101'])
      expect(isFound(one, asked)).toBe(true)
    for (const asked of ['物业', '血压 物业', '999']) expect(isFound(one, asked)).toBe(false)
  })

  it('is put in order within a kind, past those of others', () => {
    const all = [entry('a', 'health'), entry('b', 'police'), entry('c', 'health')]
    expect(movedIds(all, 'a', -1)).toBeNull()
    expect(movedIds(all, 'b', 1)).toBeNull()
    expect(movedIds(all, 'a', 1)).toEqual(['b', 'c', 'a'])
    expect(movedIds(all, 'c', -1)).toEqual(['c', 'a', 'b'])
  })
})
