import type { Person } from './person'

export async function choosePhotos({ page, tap }: Person, count: number): Promise<void> {
  const picture = { mimeType: 'image/png', buffer: await page.screenshot() }
  const choosing = page.waitForEvent('filechooser')
  await tap('添加照片')
  const files = Array.from({ length: count }, (_, index) => ({ ...picture, name: `现场${index}.png` }))
  await (await choosing).setFiles(files)
  await page
    .getByRole('img', { name: /^第 \d 张照片/ })
    .last()
    .waitFor()
}
