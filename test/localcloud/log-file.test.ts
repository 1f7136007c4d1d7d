import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LogFile } from '../../localcloud/log-file'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'jinlin-log-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what was written is in the file once it is closed, one event a line', () => {
  const log = new LogFile(join(folder, 'logs/functions.log'))
  log.write('first\nsecond')
  log.close()
  expect(readFileSync(join(folder, 'logs/functions.log'), 'utf8')).toMatch(/^\S+Z first⏎second\n$/)
})

test('a line that comes after the end is dropped, and does not fail for a folder that is gone', async () => {
  const log = new LogFile(join(folder, 'logs/functions.log'))
  log.close()
  rmSync(join(folder, 'logs'), { recursive: true })
  log.write('late')
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(existsSync(join(folder, 'logs'))).toBe(false)
})

test('a disk that takes no more costs lines, and does not fail', () => {
  const log = new LogFile(join(folder, 'logs/functions.log'))
  log.write('lost')
  rmSync(join(folder, 'logs'), { recursive: true })
  expect(() => log.close()).not.toThrow()
})
