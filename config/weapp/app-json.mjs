import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { packageSizes } from './package-sizes.mjs'

/** WeChat refuses larger tab icons. */
const maxIconBytes = 40 * 1024

/** All that the pages of one package have fetched ahead. */
const maxPreloadedBytes = 2 * 1024 * 1024

/** What each page and component consists of. */
const parts = ['js', 'json', 'wxml']

/**
 * What app.json promises and the build does not hold: pages, components, tabs, tab icons.
 * @param {string} folder of the build
 * @returns {string[]} one line for each fault
 */
export const appJsonFaults = (folder) => {
  const app = readJson(join(folder, 'app.json'))
  const pages = pagesOf(app)
  return [
    ...pages.flatMap((page) => pageFaults(folder, page)),
    ...tabFaults(folder, app),
    ...preloadFaults(folder, app),
    ...(existsSync(join(folder, 'sitemap.json')) ? [] : ['sitemap.json is missing']),
  ]
}

/** Every page's path, those of the main package first. */
export const pagesOf = ({ pages, subPackages = [] }) => [
  ...pages,
  ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`)),
]

const pageFaults = (folder, page) => {
  const missing = parts.filter((part) => !existsSync(join(folder, `${page}.${part}`)))
  if (missing.length > 0) return missing.map((part) => `page ${page}: no ${part} file`)
  const { usingComponents = {} } = readJson(join(folder, `${page}.json`))
  return Object.values(usingComponents)
    .map((path) => (path.startsWith('/') ? path.slice(1) : join(page, '..', path)))
    .filter((path) => !existsSync(join(folder, `${path}.json`)))
    .map((path) => `page ${page}: no component ${path}`)
}

/**
 * What is fetched ahead is named and weighed: a name that WeChat does not know is passed over in silence. The pages of
 * one package share the limit. Source: its documentation of preloadRule.
 */
const preloadFaults = (folder, { preloadRule = {}, subPackages = [], ...app }) => {
  const roots = subPackages.map(({ root }) => root)
  const rules = Object.entries(preloadRule)
  const unknown = rules.flatMap(([page, { packages }]) => [
    ...(pagesOf({ ...app, subPackages }).includes(page) ? [] : [`preloadRule of ${page}: no such page`]),
    ...packages
      .filter((name) => !roots.includes(name))
      .map((name) => `preloadRule of ${page}: no package ${name}`),
  ])
  const sizes = Object.fromEntries(packageSizes(folder).map(({ root, bytes }) => [root, bytes]))
  // Whether WeChat counts a package twice that two pages name is not written: here it counts twice.
  const bytes = rules
    .filter(([page]) => app.pages.includes(page))
    .flatMap(([, { packages }]) => packages)
    .reduce((sum, name) => sum + (sizes[name] ?? 0), 0)
  return bytes > maxPreloadedBytes
    ? [...unknown, `preloadRule: ${bytes} bytes, at most ${maxPreloadedBytes}`]
    : unknown
}

/** WeChat takes two to five tabs, all of them pages of the main package. */
const tabFaults = (folder, { pages, tabBar }) => {
  if (!tabBar) return []
  const { list, custom } = tabBar
  return [
    ...(list.length < 2 || list.length > 5 ? [`${list.length} tabs`] : []),
    ...list
      .filter(({ pagePath }) => !pages.includes(pagePath))
      .map(({ pagePath }) => `tab ${pagePath} is no page of the main package`),
    ...(custom && !existsSync(join(folder, 'custom-tab-bar/index.js')) ? ['no custom-tab-bar'] : []),
    ...list
      .flatMap((tab) => [tab.iconPath, tab.selectedIconPath])
      .flatMap((icon) => iconFaults(folder, icon)),
  ]
}

const iconFaults = (folder, icon) => {
  if (!icon) return []
  const file = join(folder, icon)
  if (!existsSync(file)) return [`tab icon ${icon} is missing`]
  const { size } = statSync(file)
  return size > maxIconBytes ? [`tab icon ${icon}: ${size} bytes, at most ${maxIconBytes}`] : []
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))
