import { limits } from '@contract/limits'
import { pickFile, readBase64 } from './pick-file.h5'
import type { Picked } from './picked'

/** Lets the person choose an xlsx workbook of at most `limits.imports.fileBytes`. */
export const chooseWorkbook = async (): Promise<Picked> => {
  const file = await pickFile('.xlsx')
  if (!file) return { kind: 'cancelled' }
  if (file.size > limits.imports.fileBytes) return { kind: 'too-large' }
  try {
    return { kind: 'picked', base64: await readBase64(file), name: file.name }
  } catch {
    return { kind: 'unreadable' }
  }
}
