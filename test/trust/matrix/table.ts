import type { z } from 'zod'
import { contract, type Contract, type Domain } from '@contract/index'
import type { ActionDefinition } from '@contract/action'
import { columns, type Column, type Person, type Town } from './town'

/** What an action of a domain is called with; the runner adds the request id. Made when its row begins. */
type InputOf<D extends Domain, A extends keyof Contract[D]> = () =>
  | Unsigned<Contract[D][A]>
  | Promise<Unsigned<Contract[D][A]>>

type Unsigned<Definition> = Definition extends { input: infer I extends z.ZodType }
  ? Omit<z.input<I>, 'requestId'>
  : never

/**
 * Inputs by row. There is a row for each action of the contract, and for the same action on something that stands
 * otherwise one more: `show (escalated)`.
 */
export type Inputs<D extends Domain> = { [A in keyof Contract[D] & string]: InputOf<D, A> } & Record<
  `${string} (${string})`,
  () => object | Promise<object>
>

/** A domain's part of the matrix: what its actions are tried on, and by hand who may. */
export interface DomainMatrix<D extends Domain = Domain> {
  /** Lays the documents, all of 平安里社区 and of the town's owner, and says what each row sends. */
  prepare(town: Town): Promise<Inputs<D>>
  /** Tried once all others have been: its rows change who somebody is to them. */
  last?: true
  /** A line for each row; see `lettersIn`. */
  expected: string
}

/**
 * One letter for each cell:
 * `+` gets past access (done, or refused by a rule of the action's own), `U` UNAUTHENTICATED, `F` FORBIDDEN,
 * `N` NOT_FOUND, `W` a code that is none there (CODE_WRONG, CHECK_IN_CODE_WRONG), `X` closed to clients.
 */
export const codeOf: Record<string, string> = {
  U: 'UNAUTHENTICATED',
  F: 'FORBIDDEN',
  N: 'NOT_FOUND',
  W: 'CODE_WRONG',
  X: 'CLOSED',
}

const wrongCodes = ['CODE_WRONG', 'CHECK_IN_CODE_WRONG']

/** The letter that a reply stands for; the code itself where there is none, which no table expects. */
export function letterOf(row: string, reply: { ok: boolean; code?: string }): string {
  if (reply.ok) return '+'
  const code = reply.code ?? ''
  if (wrongCodes.includes(code)) return 'W'
  const [known] = Object.entries(codeOf).find(([, its]) => its === code) ?? []
  if (known) return known
  return definitionOf(row).errors.includes(code) ? '+' : code
}

export const rowsOf = (domain: string): string[] =>
  Object.keys(contract[domain as Domain]).map((action) => `${domain}.${action}`)

/** `affairs.show (escalated)` → `affairs.show` */
export const actionOf = (row: string): string => row.replace(/ \(.*/, '')

export function definitionOf(row: string): ActionDefinition {
  const [domain = '', action = ''] = actionOf(row).split('.')
  const found = (contract as Record<string, Record<string, ActionDefinition>>)[domain]?.[action]
  if (!found) throw new Error(`the contract has no ${row}`)
  return found
}

/** The name of a cell: `points.redeem · resident own` */
export const cellOf = (row: string, { name }: Pick<Person, 'name'>): string => `${row} · ${name}`

/**
 * Reads a domain's table. Its first line names the columns; a group of letters has one for each place of its column,
 * in the order own, sibling, (parent,) foreign.
 * @returns letters by cell
 * @throws where a line is not as long as the columns are
 */
export function lettersIn(domain: string, expected: string): Record<string, string> {
  const [head = [], ...lines] = expected
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.split(/\s{2,}/))
  const names = Object.keys(columns) as Column[]
  if (head.join() !== ['', ...names].filter(Boolean).join()) throw new Error(`${domain}: not the columns`)
  const cells: Record<string, string> = {}
  for (const [row = '', ...groups] of lines) {
    if (groups.length !== names.length) throw new Error(`${domain}.${row}: ${groups.length} columns`)
    names.forEach((column, index) => {
      const [places, letters]: [readonly string[], string] = [columns[column], groups[index] ?? '']
      if (letters.length !== Math.max(1, places.length)) throw new Error(`${domain}.${row}: ${column}`)
      const of = places.length > 0 ? places.map((scope) => `${column} ${scope}`) : [column]
      of.forEach((name, at) => (cells[cellOf(`${domain}.${row}`, { name })] = letters[at] ?? ''))
    })
  }
  return cells
}
