import { planDatabase } from './plan-database'
import { planFunctions } from './plan-functions'
import { storageAcl, type Found, type Plan, type Step, type Wanted } from './model'

/**
 * What is to be done so that an environment holds what is declared: pure. Each collection is closed to clients
 * before anything can be in it, and no function is there before the rule that says who may call it. Nothing is ever
 * removed.
 */
export function planOf(wanted: Wanted, found: Found): Plan {
  const parts = [planDatabase(wanted, found), planStorage(found), planFunctions(wanted, found)]
  const pages = planPages(wanted, found)
  return {
    steps: [...parts.flatMap(({ steps }) => steps), ...pages.steps],
    left: [...parts.flatMap(({ left }) => left), ...pages.left],
    refusals: parts.flatMap(({ refusals }) => refusals),
  }
}

function planStorage(found: Found): Plan {
  const steps: Step[] = found.storageAcl === storageAcl ? [] : [{ kind: 'closeStorage' }]
  return { steps, left: [], refusals: [] }
}

/** The entry page comes last: until then visitors get the old pages, whose files are all still there. */
function planPages({ pages }: Wanted, found: Found): Plan {
  const present = found.pages ?? new Map<string, string>()
  const changed = pages.filter(({ path, md5 }) => present.get(path) !== md5)
  const ordered = [...changed].sort((a, b) => rank(a.path) - rank(b.path))
  const upload: Step[] = ordered.length > 0 ? [{ kind: 'uploadPages', pages: ordered }] : []
  const declared = new Set(pages.map(({ path }) => path))
  const others = [...present.keys()].filter((path) => !declared.has(path)).length
  return {
    steps: [...(found.pages || pages.length === 0 ? [] : [{ kind: 'openSite' } as const]), ...upload],
    left: others > 0 ? [`${others} files of the site that this build does not have`] : [],
    refusals: [],
  }
}

const rank = (path: string): number => (path === 'index.html' ? 1 : 0)
