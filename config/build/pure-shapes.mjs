import { readFileSync } from 'node:fs'
import typescript from 'typescript'

/** Where shapes are declared: what actions take and give, and what collections hold. */
const declarations = /[\\/]cloudfunctions[\\/](contract[\\/][^\\/]+|[^\\/]+[\\/](store|views))\.ts$/

/** A file is read by every function's bundle. */
const marked = new Map()

/**
 * Says of each declared shape that making it has no other effect, so that a bundle makes only those that its function
 * uses: without it every function would make the shapes of all domains that it has any word from, which is most of
 * them, and zod takes its time for each (decision 0194).
 */
export const pureShapes = {
  name: 'pure-shapes',
  setup(build) {
    build.onLoad({ filter: declarations }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      const known = marked.get(path)
      const contents = known?.source === source ? known.contents : markPure(path, source)
      marked.set(path, { source, contents })
      return { contents, loader: 'ts' }
    })
  },
}

const markPure = (path, source) => {
  const { statements } = typescript.createSourceFile(path, source, typescript.ScriptTarget.Latest, true)
  const made = statements
    .filter(typescript.isVariableStatement)
    .flatMap(({ declarationList }) =>
      declarationList.declarations.filter(
        ({ name, initializer }) => typescript.isIdentifier(name) && initializer && !isFunction(initializer),
      ),
    )
  // From the end, so that the places before stay where they are.
  return made.reduceRight((text, { initializer }) => {
    const [from, to] = [initializer.getStart(), initializer.getEnd()]
    return `${text.slice(0, from)}/* @__PURE__ */ (() => (${text.slice(from, to)}))()${text.slice(to)}`
  }, source)
}

const isFunction = (node) => typescript.isArrowFunction(node) || typescript.isFunctionExpression(node)
