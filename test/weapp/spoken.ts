import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MiniProgram } from './automator'
import { textsOf, type Drawn } from './drawn'

/** Of one of Taro's templates: the element, and the fields of the page's data that its attributes come from. */
interface Template {
  element: string
  handlesTap: boolean
  role?: string
  label?: string
  hidden?: string
}

/** The templates of a build by the kind of node that they draw. */
export function templatesIn(folder: string): Map<string, Template> {
  const wxml = readFileSync(join(folder, 'base.wxml'), 'utf8')
  const drawn = wxml.matchAll(/<template name="tmpl_\d+_(\w+)">\s*<([\w-]+) ([^>]*)>/g)
  return new Map(
    [...drawn].map(([, kind = '', element = '', attributes = '']) => [kind, templateOf(element, attributes)]),
  )
}

function templateOf(element: string, attributes: string): Template {
  const field = (name: string) => new RegExp(`aria-${name}="\\{\\{i\\.(\\w+)\\}\\}"`).exec(attributes)?.[1]
  return {
    element,
    handlesTap: / ?bindtap=/.test(attributes),
    role: field('role'),
    label: field('label'),
    hidden: field('hidden'),
  }
}

/**
 * What a screen reader would say nothing of: whatever handles a tap says what it is and what it is called, and a
 * field is named. Taro draws a view that handles nothing by another template.
 */
export function unspoken(root: Drawn | null, templates: Map<string, Template>): string[] {
  if (!root) return []
  const template = templates.get(root.nn ?? '')
  const inside = (root.cn ?? []).flatMap((one) => unspoken(one, templates))
  return template ? [...faultsOf(root, template), ...inside] : inside
}

function faultsOf(node: Drawn, template: Template): string[] {
  const said = (field: string | undefined) => (field ? (node as Record<string, unknown>)[field] : undefined)
  const who = `<${template.element} class="${node.cl ?? ''}"> ${textsOf(node).join(' ').slice(0, 30)}`
  if (said(template.hidden) === 'true') return []
  if (['input', 'textarea'].includes(template.element)) return said(template.label) ? [] : [`no name: ${who}`]
  if (!['view', 'image', 'text'].includes(template.element) || !template.handlesTap) return []
  return [
    ...(said(template.role) ? [] : [`no role: ${who} handles taps`]),
    ...(said(template.label) ? [] : [`no name: ${who} handles taps`]),
  ]
}

/** Of the page on top. @param folder of the build that runs */
export async function unspokenOn(program: MiniProgram, folder: string): Promise<string[]> {
  const drawn = await program.evaluate(() => JSON.stringify(getCurrentPages().pop()?.data.root ?? null))
  return unspoken(JSON.parse(drawn) as Drawn | null, templatesIn(folder))
}
