import type { IndexDefinition } from '../../localcloud/engine/types'
import { collectionAcl, type Found, type Plan, type Step, type Wanted } from './model'

/** Indexes that one collection may have on the smaller plans, `_id` included. */
const maxIndexes = 20

/** Collections, their rules and their indexes. An index is never replaced: a changed one gets a new name. */
export function planDatabase({ collections }: Wanted, found: Found): Plan {
  const plan: Plan = { steps: [], left: [], refusals: [] }
  for (const [name, { indexes }] of Object.entries(collections)) {
    const present = found.collections[name]
    if (!present) plan.steps.push({ kind: 'createCollection', collection: name })
    if (present?.acl !== collectionAcl) plan.steps.push({ kind: 'closeCollection', collection: name })
    plan.steps.push(...missingIndexes(name, indexes, present?.indexes ?? []))
    plan.refusals.push(...indexRefusals(name, indexes, present?.indexes ?? []))
    plan.left.push(...otherIndexes(name, indexes, present?.indexes ?? []))
  }
  const others = Object.keys(found.collections).filter((name) => !collections[name])
  plan.left.push(...others.map((name) => `collection ${name}`))
  return plan
}

const missingIndexes = (collection: string, wanted: readonly IndexDefinition[], found: IndexDefinition[]) =>
  wanted
    .filter(({ name }) => !found.some((one) => one.name === name))
    .map((index): Step => ({ kind: 'createIndex', collection, index }))

const otherIndexes = (collection: string, wanted: readonly IndexDefinition[], found: IndexDefinition[]) =>
  found
    .filter(({ name }) => !wanted.some((one) => one.name === name))
    .map(({ name }) => `index ${collection}.${name}`)

function indexRefusals(collection: string, wanted: readonly IndexDefinition[], found: IndexDefinition[]) {
  const changed = wanted.filter((index) => {
    const present = found.find(({ name }) => name === index.name)
    return present !== undefined && describeIndex(present) !== describeIndex(index)
  })
  const names = new Set([...wanted, ...found].map(({ name }) => name))
  return [
    ...changed.map(
      (index) =>
        `index ${collection}.${index.name} is there with other fields: give the new one another name, ` +
        'and drop the old one in the console once nothing uses it',
    ),
    ...(names.size >= maxIndexes ? [`${collection} would have ${names.size} indexes beside _id`] : []),
  ]
}

/** e.g. `{communityId: 1, rank: -1} unique` */
export const describeIndex = ({ fields, unique }: IndexDefinition): string =>
  `{${fields.map(([path, direction]) => `${path}: ${direction}`).join(', ')}}${unique ? ' unique' : ''}`
