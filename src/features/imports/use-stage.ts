import { useState } from 'react'
import { limits } from '@contract/limits'
import { wordsOf, type Words } from '@/services/messages'
import { chooseWorkbook } from '@/services/platform/choose-workbook'
import { useAction } from '@/services/use-action'
import type { ImportReport } from './run-to'

export interface Stage {
  /** The file is being read and checked. */
  busy: boolean
  /** Its name, while it is checked and when that failed. */
  fileName: string | null
  /** Why the last file was not taken. */
  trouble: Words | null
  /** Asks for a file and has it checked; null when none was taken. */
  choose: () => Promise<ImportReport | null>
}

/** A workbook from the device to a dry run on the server. */
export const useStage = (communityId: string): Stage => {
  const { busy, run } = useAction('imports.stage')
  const [fileName, setFileName] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Words | null>(null)
  const choose = async () => {
    setTrouble(null)
    const picked = await chooseWorkbook()
    if (picked.kind === 'cancelled') return null
    if (picked.kind !== 'picked') {
      setTrouble(refusals[picked.kind])
      return null
    }
    setFileName(picked.name)
    const reply = await run({
      communityId,
      fileName: picked.name.slice(-limits.imports.fileNameLength),
      contentBase64: picked.base64,
    })
    if (!reply) return null
    if (reply.ok) setFileName(null)
    else setTrouble(wordsOf(reply))
    return reply.ok ? reply.data : null
  }
  return { busy, fileName, trouble, choose }
}

const refusals: Record<'unreadable' | 'too-large', Words> = {
  unreadable: { what: '这个文件打不开', todo: '请用 Excel 另存为 .xlsx 格式再传' },
  'too-large': {
    what: `文件超过 ${limits.imports.fileBytes / 1_000_000} MB`,
    todo: '请分成几个文件，一个一个导入',
  },
}
