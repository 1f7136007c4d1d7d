import { z } from 'zod'
import { maskedName, maskedPhone } from '../../cloudfunctions/community/rules'
import { MaskedName, MaskedPhone } from '@contract/fields'
import { log, placeOf } from '../../cloudfunctions/kit/log'
import { parseInput, parseOutput } from '../../cloudfunctions/kit/parse'
import type { Refusal } from '../../cloudfunctions/kit/refusal'

const Input = z.strictObject({
  name: z.string().max(5),
  lines: z.array(z.strictObject({ quantity: z.int() })).optional(),
})

function refusal(input: unknown): Refusal {
  try {
    parseInput(Input, input)
  } catch (error) {
    return error as Refusal
  }
  throw new Error('it was let in')
}

describe('[P1] an input at fault names the field', () => {
  test.each<[unknown, string]>([
    [null, 'input'],
    [[], 'input'],
    ['text', 'input'],
    [{}, 'name'],
    [{ name: 'too long' }, 'name'],
    [{ name: { $ne: null } }, 'name'],
    [{ name: 'a', lines: [{ quantity: 1 }, { quantity: 1.5 }] }, 'lines.1.quantity'],
    [{ name: 'a', lines: [{ quantity: 1, role: 'x' }] }, 'lines.0.role'],
    [{ name: 'a', role: 'community_worker' }, 'role'],
    [{ name: 'a', 'roles.admin': true }, 'roles.admin'],
    [{ name: 'a', $where: '1' }, '?where'],
    [JSON.parse('{"name":"a","__proto__":{}}'), '__proto__'],
    [{ name: 'a', '<b>李建国</b>': 1 }, '?b??????b?'],
  ])('%j → %s', (input, field) => {
    expect(refusal(input).code).toBe('INVALID_INPUT')
    expect(refusal(input).detail).toBe(field)
  })

  it('cuts a long name short, and keeps the caller’s own words from the log', () => {
    const found = refusal({ name: 'a', [`k${'1'.repeat(500)}`]: 1 })
    expect(found.detail).toHaveLength(60)
    expect(found.logged).toBe('unknown key')
    expect(refusal({ name: 'a', '13812342241': 1 }).logged).toBe('unknown key')
    expect(refusal({}).logged).toBe('name')
  })
})

describe('[P1] an output', () => {
  it('that breaks the contract is an error without its values', () => {
    expect(() => parseOutput(Input, { name: 'secret words' })).toThrow(
      /^the output breaks the contract at name$/,
    )
  })

  it('loses what the contract does not name', () => {
    expect(parseOutput(z.object({ a: z.int() }), { a: 1, phone: '13812342241' })).toEqual({ a: 1 })
  })
})

describe('[P1] the log', () => {
  const secret = '13812342241'

  test.each([
    ['a message', new Error(`phone ${secret}`)],
    ['a message of several lines', new Error(`first\n    at ${secret} (/x/y.js:1:2)\nlast`)],
    ['a thrown text', secret],
    ['a thrown object', { phone: secret }],
    ['a broken class', Object.assign(new TypeError(secret), { detail: secret })],
  ])('says where an error happened and nothing of %s', (_story, error) => {
    expect(placeOf(error)).not.toContain(secret)
  })

  it('names class, code and file of an error', () => {
    const place = placeOf(Object.assign(new RangeError(secret), { code: 'ERR_X' }))
    expect(place).toMatch(/^RangeError ERR_X at .*words\.test\.ts:\d+/)
  })

  it('is one line of JSON', () => {
    const written: unknown[] = []
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean(written.push(text)))
    log({ event: 'call', domain: 'points', action: 'redeem', traceId: 't\n1', took: 3 })
    spy.mockRestore()
    expect(written).toEqual([
      '{"event":"call","domain":"points","action":"redeem","traceId":"t\\n1","took":3}\n',
    ])
  })
})

describe('[P1] what others see of a person', () => {
  test.each([
    ['张桂兰', '张**'],
    ['王芳', '王*'],
    ['欧阳娜', '欧阳*'],
    ['欧阳', '欧阳*'],
    ['李', '李*'],
    ['', '某*'],
    ['12*34', '某*'],
    ['阿卜杜拉·买买提', '阿**'],
    ['𠮷田', '𠮷*'],
  ])('%s → %s', (name, masked) => {
    expect(maskedName(name)).toBe(masked)
    expect(MaskedName.safeParse(masked).success).toBe(true)
  })

  it('of a phone is its beginning and its end, or nothing', () => {
    expect(maskedPhone('13812342241')).toBe('138****2241')
    expect(MaskedPhone.safeParse(maskedPhone('13812342241')).success).toBe(true)
    expect(maskedPhone('8451234')).toBe('*******')
  })
})
