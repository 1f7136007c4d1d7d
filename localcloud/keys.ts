import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from './files'

/** Random keys of one data directory: made on first start, kept in `keys.json`, readable by its owner only. */
export interface Keys {
  /** Signs clients' tokens. */
  token: string
  /** Signs links to stored files. */
  storage: string
  /** What functions show at `/admin`; nobody else knows it. */
  secretId: string
  secretKey: string
  /** Opens `/v1/operator/functions/<name>`. */
  operator: string
  /** The private key of custom log-in, in the words of CloudBase's file. */
  signIn: { private_key_id: string; private_key: string }
  /** Values of the manifest's `secrets` by name. */
  secrets: Record<string, string>
}

/** Reads the keys of a data directory and makes those that are missing. */
export function loadKeys(directory: string, secretNames: readonly string[]): Keys {
  const file = join(directory, 'keys.json')
  const known: Partial<Keys> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Keys>)
    : {}
  const keys: Keys = {
    token: known.token ?? random(),
    storage: known.storage ?? random(),
    secretId: known.secretId ?? `local${random()}`,
    secretKey: known.secretKey ?? random(),
    operator: known.operator ?? random(),
    signIn: known.signIn ?? signInKey(),
    secrets: { ...known.secrets },
  }
  for (const name of secretNames) keys.secrets[name] ??= random()
  if (JSON.stringify(keys) !== JSON.stringify(known)) writeDurably(file, JSON.stringify(keys, null, 2), 0o600)
  return keys
}

function random(): string {
  return randomBytes(32).toString('hex')
}

/** As short as CloudBase's own, and the better part of a second quicker to make than a longer one. */
function signInKey(): Keys['signIn'] {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { private_key_id: random().slice(0, 32), private_key: privateKey }
}
