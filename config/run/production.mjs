import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { distFolder, root } from '../build/bundle.mjs'
import { productionFolder } from '../build/targets.mjs'

/** Route names, folders and settings that exist for the demo alone. */
const telltales = [
  '/v1/demo',
  'demoFunction',
  'signInAs',
  'features/demo',
  'demo-zhang',
  'JINLIN_DEMO',
  'local-cloud',
]

/**
 * Looks for the demo in the builds that would be deployed: its routes, its function, its people.
 * @returns {string[]} one line for each trace; empty when there is none
 */
export const findDemoTraces = () => {
  const folders = [productionFolder, join(distFolder, 'weapp')]
  const files = folders.flatMap(filesBelow)
  if (!files.some((file) => file.endsWith('cloud.json')))
    throw new Error('There is no production build to look into.')
  const words = [...telltales, ...personaNames()]
  return files.flatMap((file) => tracesIn(file, words))
}

const tracesIn = (file, words) => {
  const name = relative(root, file)
  const text = readFileSync(file, 'utf8')
  const named = /functions\/demo\//.test(name.replaceAll('\\', '/')) ? [`${name}: the demo's function`] : []
  return [...named, ...words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`)]
}

/** As the demo declares them: `resident('zhang', '张桂兰', …)`. */
const personaNames = () => {
  const source = readFileSync(join(root, 'demo/personas.ts'), 'utf8')
  const names = [...source.matchAll(/(?:resident|staff)\('\w+', '([^']+)'/g)].map((match) => match[1])
  if (names.length < 3) throw new Error('The names of the personas were not found in demo/personas.ts.')
  return names
}

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(path)
    return /\.(js|json|html|css|wxml|wxss|wxs)$/.test(entry.name) ? [path] : []
  })
