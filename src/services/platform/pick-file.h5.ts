/** Lets the person choose one file. @param accept as in HTML, e.g. `.xlsx`. @returns null when given up */
export const pickFile = async (accept: string): Promise<File | null> =>
  (await pickFiles(accept, 1))[0] ?? null

/** Lets the person choose files. @param most more than one may be chosen. @returns none when given up */
export const pickFiles = (accept: string, most: number): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = most > 1
    input.style.display = 'none'
    const finish = (files: File[]) => {
      input.remove()
      resolve(files.slice(0, most))
    }
    input.addEventListener('change', () => finish([...(input.files ?? [])]))
    input.addEventListener('cancel', () => finish([]))
    document.body.append(input)
    input.click()
  })

/** A file's bytes as base64 without a data-URL prefix. */
export const readBase64 = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable file'))
    reader.readAsDataURL(file)
  })
