import { useState } from 'react'
import { wordsOf, type Words } from '@/services/messages'
import type { Failure } from '@/services/replies'
import type { ImportReport } from './run-to'
import { applyAll, undoAll } from './steps'

export interface Run {
  /** What is under way. */
  running: 'apply' | 'undo' | null
  /** Why the last run stopped short. */
  trouble: Words | null
  apply: () => Promise<void>
  undo: () => Promise<void>
}

/** Applies or undoes one import, step by step. @param onReport hears of each step */
export const useRun = (report: ImportReport, onReport: (report: ImportReport) => void): Run => {
  const [running, setRunning] = useState<Run['running']>(null)
  const [trouble, setTrouble] = useState<Words | null>(null)
  const during = async (what: 'apply' | 'undo', work: () => Promise<Failure | null>) => {
    if (running) return
    setRunning(what)
    setTrouble(null)
    const failure = await work()
    setRunning(null)
    setTrouble(failure && troubleOf(failure, what))
  }
  return {
    running,
    trouble,
    apply: () => during('apply', () => applyAll(report, report.erroneous > 0, onReport)),
    undo: () => during('undo', () => undoAll(report, onReport)),
  }
}

/** The same refusal means something else here than in a form. */
const troubleOf = (failure: Failure, what: 'apply' | 'undo'): Words =>
  what === 'undo' && failure.code === 'CHANGED_MEANWHILE'
    ? { what: '导入以后有人改过其中的内容', todo: '为了不丢掉他们的修改，这次导入不能撤销' }
    : wordsOf(failure)
