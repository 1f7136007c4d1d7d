import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** WeChat refuses larger tab icons. */
const maxIconBytes = 40 * 1024

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
