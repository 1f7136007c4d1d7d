import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What nobody's log may hold. Whatever people type in these stories, are called or live at is written in Chinese, and
 * a line of the log holds nothing that was typed: so not one Chinese letter may stand in it.
 */
const personal: Record<string, RegExp> = {
  'a name or a text': /\p{Script=Han}/u,
  'a phone number': /(?<![\w-])1[3-9]\d{9}(?![\w-])/,
  'an openid': /demo-[a-z]{2}/,
}

/** Lines of a cloud's logs that say something of a person, or hold one of its keys: what, and where. */
export function toldInLogs(directory: string): string[] {
  const folder = join(directory, 'logs')
  if (!existsSync(folder)) return []
  const keys = keysOf(directory)
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const found = Object.entries(personal).flatMap(([what, pattern]) =>
          pattern.test(line) ? [what] : [],
        )
        const key = keys.some((one) => line.includes(one)) ? ['a key'] : []
        return [...found, ...key].map((what) => `${name}:${index + 1} holds ${what}`)
      }),
  )
}

function keysOf(directory: string): string[] {
  const file = join(directory, 'keys.json')
  if (!existsSync(file)) return []
  const { secrets = {}, ...others } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  return [...Object.values(others), ...Object.values(secrets as object)].filter(
    (value): value is string => typeof value === 'string',
  )
}
