import { unzipSync } from 'fflate'
import { unzip } from '../../cloudfunctions/imports/zip'
import { zipOf } from '../../cloudfunctions/privacy/zip'

describe('[P7] an archive', () => {
  const files = [
    { name: '说明.txt', content: Buffer.from('你好'.repeat(1000)) },
    { name: '空.json', content: Buffer.alloc(0) },
    { name: '照片1.jpg', content: Buffer.from(Array.from({ length: 5000 }, (_n, at) => (at * 7919) % 251)) },
  ]

  it.each([
    ['by our reader of workbooks', unzip],
    ['by another', unzipSync],
  ])('is read %s as it was written: names in Chinese, empty files, photos', (_who, read) => {
    const found = read(zipOf(files)) ?? {}
    const entries = found instanceof Map ? [...found] : Object.entries(found)
    expect(entries.map(([name, content]) => ({ name, content: Buffer.from(content as Uint8Array) }))).toEqual(
      files,
    )
  })

  it('of the same files is the same, and a text gets smaller', () => {
    expect(zipOf(files).equals(zipOf(files))).toBe(true)
    expect(zipOf([files[0]!]).length).toBeLessThan(500)
  })
})
