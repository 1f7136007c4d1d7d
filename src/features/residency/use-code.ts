import { useState } from 'react'
import { limits } from '@contract/limits'
import { replace } from '@/services/go'
import type { Words } from '@/services/messages'
import { buzz } from '@/services/platform/device'
import { loadMe } from '@/services/session'
import { oneLine } from '@/services/text'
import { toast } from '@/services/toast'
import { useAction } from '@/services/use-action'
import { useKept } from '@/services/use-kept'
import { codeLetters, doorOf, doorProblems, emptyDoor, type DoorDraft } from './door-draft'
import { bindWords } from './words'

export interface CodeDraft {
  code: string
  name: string
}

type Problems = Partial<Record<keyof DoorDraft | keyof CodeDraft, string>>

export interface Binding {
  door: DoorDraft
  slip: CodeDraft
  problems: Problems
  busy: boolean
  trouble: Words | null
  changeDoor: (fields: Partial<DoorDraft>) => void
  changeSlip: (fields: Partial<CodeDraft>) => void
  send: () => Promise<void>
}

const { characters } = limits.residency.code

/** @param asksName whether the product knows no name of whoever types */
export const useCode = (communityId: string | null, asksName: boolean): Binding => {
  const door = useKept('residency.door', emptyDoor)
  const slip = useKept<CodeDraft>('residency.code', { code: '', name: '' })
  const [checked, setChecked] = useState(false)
  const [trouble, setTrouble] = useState<Words | null>(null)
  const { busy, run } = useAction('residency.bind')
  const problemsNow = () => problemsOf(door.read(), slip.read(), asksName)
  const send = async () => {
    if (communityId === null) return
    setTrouble(null)
    setChecked(true)
    const [problem] = Object.values(problemsNow())
    if (problem) return toast(problem)
    const { code, name } = slip.read()
    const reply = await run({
      communityId,
      ...doorOf(door.read()),
      code: codeLetters(code),
      name: asksName ? oneLine(name) : null,
    })
    if (!reply) return
    if (!reply.ok) return setTrouble(bindWords(reply))
    buzz()
    door.restart()
    slip.restart()
    toast('住址核验好了')
    await loadMe()
    replace('residency')
  }
  return {
    door: door.value,
    slip: slip.value,
    problems: checked ? problemsOf(door.value, slip.value, asksName) : {},
    busy,
    trouble,
    changeDoor: door.change,
    changeSlip: slip.change,
    send,
  }
}

const problemsOf = (door: DoorDraft, { code, name }: CodeDraft, asksName: boolean): Problems => ({
  ...doorProblems(door),
  ...(codeLetters(code).length === characters ? {} : { code: `纸条码是 ${characters} 个字母和数字` }),
  ...(asksName && oneLine(name) === '' ? { name: '请写你的姓名' } : {}),
})
