import fc from 'fast-check'
import { MaskedName } from '../../cloudfunctions/contract/fields'
import {
  buildingKey,
  maskedName,
  maskedPhone,
  namesBuilding,
  placeName,
} from '../../cloudfunctions/community/rules'

test.each([
  ['张桂兰', '张**'],
  ['王芳', '王*'],
  ['欧阳娜', '欧阳*'],
  ['司马', '司马*'],
  ['阿依古丽·买买提', '阿**'],
  ['李', '李*'],
  ['', '某*'],
])('the name %s is shown as %s', (name, masked) => expect(maskedName(name)).toBe(masked))

test('whatever a name holds, its mask fits the contract', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      (name) => MaskedName.safeParse(maskedName(name)).success,
    ),
  )
})

test('a phone number keeps its first three and last four digits, anything else nothing', () => {
  expect(maskedPhone('13812342241')).toBe('138****2241')
  expect(maskedPhone('12345')).toBe('*****')
})

test('a door is said without the room', () => {
  expect(placeName({ building: '7', unit: '2' })).toBe('7 号楼 2 单元')
})

describe('[P1] two names of one building', () => {
  test.each(['7', '7号楼', '7 号楼', '０７栋', '七号楼', '第7幢', '7#', '\u200b7座'])('%s is 7', (named) =>
    expect(buildingKey(named)).toBe('7'),
  )

  test.each([
    ['十二号楼', '12'],
    ['a座', 'A'],
    ['综合楼', '综合'],
    ['1号院2号楼', '1-2'],
    ['楼', '楼'],
  ])('%s is %s', (named, key) => expect(buildingKey(named)).toBe(key))

  it('7 is neither 17 nor 7A, and a list names what is in it', () => {
    expect(namesBuilding(['17 号楼', '7A号楼', '71'], '7')).toBe(false)
    expect(namesBuilding(['6 号楼', '7 号楼'], '7')).toBe(true)
    expect(namesBuilding([], '7')).toBe(false)
  })
})
