import { createSign, generateKeyPairSync } from 'node:crypto'
import { passIn, passOfTicket, writePass } from '../../localcloud/passes'

const newKey = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey

const privateKey = newKey()
const now = 1_800_000_000_000
const here = { privateKey, envId: 'here', now }

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function ticket(claims: object = {}, key = privateKey, alg = 'RS256'): string {
  const right = { uid: 'somebody', env: 'here', exp: now + 1, expire: now + 2 }
  const signed = `${part({ alg })}.${part({ ...right, ...claims })}`
  return `key/@@/${signed}.${createSign('sha256').update(signed).sign(key).toString('base64url')}`
}

describe('a ticket of custom log-in', () => {
  test.each([
    ['of another key', ticket({}, newKey())],
    ['of another environment', ticket({ env: 'there' })],
    ['that is too old', ticket({ exp: now })],
    ['whose log-in is over', ticket({ expire: now })],
    ['for nobody', ticket({ uid: 7 })],
    ['that says it is not signed', ticket({}, privateKey, 'none')],
    ['without its signature', ticket().replace(/\.[^.]+$/, '')],
    ['that is none', 'key/@@/a.b.c'],
    ['that is empty', ''],
  ])('%s is refused', (_what, text) => expect(passOfTicket(text, here)).toBeNull())

  it('says whom it is for, and until when', () =>
    expect(passOfTicket(ticket(), here)).toEqual({ userId: 'somebody', until: now + 2 }))
})

describe('a pass', () => {
  const pass = { userId: 'somebody', until: now + 1 }
  const text = writePass(pass, 'access', 'key')
  test.each([
    ['of another key', text, 'access', 'other', now],
    ['of another kind', text, 'refresh', 'key', now],
    ['that was renamed to another kind', text.replace('access', 'refresh'), 'refresh', 'key', now],
    ['that is over', text, 'access', 'key', now + 1],
    ['with more behind it', `${text}.x`, 'access', 'key', now],
  ] as const)('%s is refused', (_what, given, kind, key, at) =>
    expect(passIn(given, kind, key, at)).toBeNull(),
  )

  it('is read with its key', () => expect(passIn(text, 'access', 'key', now)).toEqual(pass))
})
