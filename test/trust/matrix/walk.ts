import { newRequestId } from '../../support/cloud'
import { actionOf, cellOf, definitionOf, letterOf, rowsOf, type DomainMatrix, type Inputs } from './table'
import type { Domain } from '@contract/index'
import type { Person, Town } from './town'

/** What somebody was answered. */
export interface Answer {
  row: string
  domain: string
  who: Person
  cell: string
  /** See `codeOf`. */
  letter: string
  ok: boolean
  /** The whole reply, as it came. */
  text: string
}

/**
 * Everybody tries every action. The domains go side by side; within one the rows follow in their order, and in a row
 * one person after another, so that a run is like the next.
 */
export async function walk(
  town: Town,
  matrices: Record<string, DomainMatrix<never>>,
): Promise<{ answers: Answer[]; requestIds: string[] }> {
  const requestIds: string[] = []
  const inputs: Array<[string, Inputs<Domain>]> = []
  // One after another: a domain's documents are another's context, e.g. a message.
  for (const [domain, matrix] of Object.entries(matrices))
    inputs.push([domain, await (matrix as unknown as DomainMatrix).prepare(town)])
  const tryAll = async (some: typeof inputs): Promise<Answer[]> =>
    (await Promise.all(some.map(([domain, its]) => tryDomain(domain, its, town, requestIds)))).flat()
  const isLast = ([domain]: [string, unknown]) => matrices[domain]?.last === true
  const first = await tryAll(inputs.filter((one) => !isLast(one)))
  return { answers: [...first, ...(await tryAll(inputs.filter(isLast)))], requestIds }
}

async function tryDomain(
  domain: string,
  inputs: Inputs<Domain>,
  town: Town,
  requestIds: string[],
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const [name, input] of Object.entries(inputs))
    answers.push(...(await tryRow(`${domain}.${name}`, await input(), town, requestIds)))
  return answers
}

async function tryRow(row: string, input: object, { people }: Town, requestIds: string[]): Promise<Answer[]> {
  const answers: Answer[] = []
  const takesId = 'requestId' in shapeOf(row)
  for (const who of people) {
    const requestId = newRequestId()
    requestIds.push(requestId)
    const reply = await who.send(actionOf(row), takesId ? { ...input, requestId } : input)
    answers.push({
      ...{ row, who, ok: reply.ok, domain: row.split('.')[0] ?? '' },
      cell: cellOf(row, who),
      letter: letterOf(row, reply),
      text: JSON.stringify(reply),
    })
  }
  return answers
}

export const shapeOf = (row: string): object => {
  const { input } = definitionOf(row)
  return 'shape' in input ? (input.shape as object) : {}
}

/** The cells that there must be: each action of the contract, and each further row, for everybody. */
export const cellsOf = (town: Town, domains: readonly string[], answers: readonly Answer[]): string[] => {
  const rows = new Set([...domains.flatMap(rowsOf), ...answers.map(({ row }) => row)])
  return [...rows].flatMap((row) => town.people.map((who) => cellOf(row, who)))
}
