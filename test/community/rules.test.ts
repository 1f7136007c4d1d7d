import fc from 'fast-check'
import { MaskedName } from '../../cloudfunctions/contract/fields'
import { maskedName, maskedPhone, placeName } from '../../cloudfunctions/community/rules'

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
