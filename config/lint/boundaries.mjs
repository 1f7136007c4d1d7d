import { dirname, relative, resolve, sep } from 'node:path'
import { root } from '../build/bundle.mjs'

/**
 * Which part may import which. Each boundary names the files it holds for (`from`), what it forbids them
 * (`to`, by path in the project, without extension, or by package), whether types may still be imported, and
 * what to do instead. The first that forbids an import is reported.
 */
export const boundaries = [
  {
    from: /^src\//,
    to: /^cloudfunctions\/(?!contract(\/|$))|^cloudfunctions\/contract\/(?!(limits|doors)$)|^cloudfunctions\/contract$/,
    typesAllowed: /^cloudfunctions\/contract(\/|$)/,
    instead:
      'the client takes types from cloudfunctions/contract, and values from contract/limits and contract/doors alone',
  },
  {
    from: /^src\//,
    to: /^package:zod$/,
    instead: 'zod is too large for the mini program; the functions check every input',
  },
  {
    from: /^(src|cloudfunctions)\//,
    to: /^(localcloud|demo|test|config)(\/|$)/,
    instead: 'the product knows neither its local cloud nor its demo',
  },
  {
    from: /^localcloud\//,
    to: /^(src|cloudfunctions|demo|test|config)(\/|$)/,
    instead: 'the local cloud knows the product by its manifest only',
  },
  {
    from: /^localcloud\//,
    to: /^package:(?!node:|libsql$)/,
    instead: 'the local cloud stands on Node and its database driver alone',
  },
  {
    from: /^demo\//,
    to: /^(src|localcloud|test|config)(\/|$)/,
    instead: 'the demo is a cloud function like any other',
  },
  {
    from: /^cloudfunctions\/(?!kit\/)|^(src|demo)\//,
    to: /^package:@cloudbase\//,
    instead: 'only cloudfunctions/kit talks to the SDK',
  },
  {
    from: /^cloudfunctions\/contract\//,
    to: /^(?!cloudfunctions\/contract(\/|$)|package:zod$)/,
    instead: 'the contract stands on zod alone, so that everybody may import it',
  },
  {
    from: /^cloudfunctions\/.*\/rules$/,
    to: /^package:(?!dayjs)|^cloudfunctions\/kit\/(?!(time|workdays|canonical|refusal)$)|\/(store|queries|post|main|views)$/,
    typesAllowed: /./,
    instead: 'rules take values and give values: no database, no platform, no clock',
  },
]

/** The files of a domain that other domains may import; types may come from any. */
const domainEntries = /^(post|queries|read|views|rules|catalogue|roster|holdings)$/

/**
 * @param {string} from path of the importing file in the project, without extension
 * @param {string} to path of what it imports in the project, without extension, or `package:<name>`
 * @param {boolean} typeOnly whether only types are imported
 * @returns {string | null} why this import is refused
 */
export const whyNotImport = (from, to, typeOnly) => {
  const broken = boundaries.find(
    (boundary) =>
      boundary.from.test(from) && boundary.to.test(to) && !(typeOnly && boundary.typesAllowed?.test(to)),
  )
  return broken?.instead ?? whyNotDomain(from, to, typeOnly)
}

/** `jobs` has no rules of its own: its timers run what the domains offer. `upkeep` is `jobs` under a second name. */
const whyNotDomain = (from, to, typeOnly) => {
  const [, domain] = /^cloudfunctions\/([^/]+)\//.exec(from) ?? []
  const [, other, file] = /^cloudfunctions\/([^/]+)\/(.+)$/.exec(to) ?? []
  if (!domain || !other || domain === other || ['contract', 'kit'].includes(other)) return null
  if (domain === 'kit') return 'kit serves the domains and knows none of them'
  if (typeOnly || domain === 'jobs' || domainEntries.test(file)) return null
  if (domain === 'upkeep' && other === 'jobs') return null
  return 'domains import each other through post, queries, read, views, rules, catalogue, roster and holdings only'
}

/** The lint rule: looks at every import, export-from and dynamic import. */
export const boundariesRule = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{specifier}}: {{reason}}.' } },
  create(context) {
    const from = projectPath(context.filename)
    const check = (node, typeOnly) => {
      const specifier = node.source?.value
      if (typeof specifier !== 'string') return
      const reason = whyNotImport(from, targetOf(context.filename, specifier), typeOnly)
      if (reason) context.report({ node, messageId: 'refused', data: { specifier, reason } })
    }
    return {
      ImportDeclaration: (node) => check(node, isTypeOnly(node, node.importKind)),
      ExportNamedDeclaration: (node) => check(node, isTypeOnly(node, node.exportKind)),
      ExportAllDeclaration: (node) => check(node, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, false),
    }
  },
}

const isTypeOnly = (node, kind) =>
  kind === 'type' ||
  (node.specifiers.length > 0 &&
    node.specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type'))

const targetOf = (file, specifier) => {
  if (specifier.startsWith('@/')) return `src/${specifier.slice(2)}`
  if (specifier.startsWith('@contract/')) return `cloudfunctions/contract/${specifier.slice(10)}`
  if (specifier.startsWith('.')) return projectPath(resolve(dirname(file), specifier))
  return `package:${specifier}`
}

const projectPath = (path) =>
  relative(root, path)
    .split(sep)
    .join('/')
    .replace(/\.(tsx?|mjs|js)$/, '')
    .replace(/\/index$/, '')
