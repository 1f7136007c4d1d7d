import type { Output } from '@contract/index'

type Files = Output<'privacy.openCopy'>['files']

export const handOverText = '下载'

/** Hands the files over to the browser, one after the other. */
export const handOver = async (files: Files): Promise<void> => {
  for (const { name, url } of files) {
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    // A browser drops a download that begins together with another one.
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
