import {
  differences,
  draftOf,
  emptyDraft,
  fieldsOf,
  merged,
  problemsOf,
  sameDraft,
  type ItemDraft,
  type StaffItem,
} from '@/features/staff/item-draft'

const rice: StaffItem = {
  id: 'i_AAAAAAAAAAAAAAAAAAAAAA',
  communityId: 'wendeng.tianfu.pinganli',
  name: '5kg 东北大米',
  description: '',
  costPoints: 120,
  left: 20,
  state: 'open',
  frozen: false,
  limitPerPerson: 1,
  limitPeriod: 'month',
  pickupPlace: '1 号驿站',
  pickupHours: '每天 9:00–11:30',
  photoId: null,
  photoUrl: null,
  reserved: 0,
  version: 3,
}

const saved = draftOf(rice)

test('an empty form names each field that is missing', () => {
  expect(Object.keys(problemsOf(emptyDraft, true)).sort()).toEqual([
    'costPoints',
    'name',
    'pickupHours',
    'pickupPlace',
    'stock',
  ])
})

test('blanks are no name', () => {
  expect(problemsOf({ ...saved, name: '   ' }, false)).toEqual({ name: '请写商品名称' })
})

test('numbers outside the bounds are refused with the bounds', () => {
  expect(problemsOf({ ...saved, costPoints: 0, limitPerPerson: 100 }, false)).toEqual({
    costPoints: '积分填 1 到 100000',
    limitPerPerson: '数量填 1 到 99',
  })
})

test('a saved item has no problems, and its stock is not asked for', () => {
  expect(problemsOf(saved, false)).toEqual({})
  expect(fieldsOf({ ...saved, name: ' 大米 ' }).name).toBe('大米')
})

test('a new link to the same photo is no change', () => {
  expect(sameDraft(saved, { ...saved, photoUrl: 'https://example.com/new' })).toBe(true)
  expect(sameDraft(saved, { ...saved, photoId: 'cloud://other' })).toBe(false)
})

test('what I changed stays mine, what only others changed becomes theirs', () => {
  const mine: ItemDraft = { ...saved, name: '10kg 大米', costPoints: 200 }
  const theirs: ItemDraft = { ...saved, costPoints: 130, pickupPlace: '2 号驿站' }
  const both = merged(saved, mine, theirs)
  expect(both).toEqual({ ...saved, name: '10kg 大米', costPoints: 200, pickupPlace: '2 号驿站' })
  expect(differences(saved, theirs)).toEqual(['costPoints', 'pickupPlace'])
})

test('the photo that I chose comes with its own link', () => {
  const mine: ItemDraft = { ...saved, photoId: 'cloud://mine', photoUrl: 'mine.jpg' }
  const theirs: ItemDraft = { ...saved, photoId: 'cloud://theirs', photoUrl: 'theirs.jpg' }
  expect(merged(saved, mine, theirs).photoUrl).toBe('mine.jpg')
  expect(merged(saved, saved, theirs).photoUrl).toBe('theirs.jpg')
})
