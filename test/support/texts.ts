import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(__dirname, '../../dist/texts')
const fileOf = (page: string) => join(folder, `${page}.json`)

/** Keeps the words of a page as a browser shows them, for the mini program to be compared with. */
export function keepTexts(page: string, lines: readonly string[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(page), JSON.stringify(comparable(lines), null, 1))
}

/** @throws when the browser's tests have not shown the page */
export function keptTexts(page: string): string[] {
  if (!existsSync(fileOf(page)))
    throw new Error(`dist/texts has no "${page}": the browser's tests write it (npm test -- browser --all)`)
  return JSON.parse(readFileSync(fileOf(page), 'utf8')) as string[]
}

/**
 * What two runs of one page have in common, sentence by sentence: white space and order do not count, nor do numbers and days, which
 * differ from one minute and one cloud to the next.
 */
export const comparable = (lines: readonly string[]): string[] =>
  lines
    // A paragraph is one element in a browser, and one for each of its lines in WeChat.
    .flatMap((line) => line.split(/(?<=。)/))
    .map((line) =>
      line
        .replace(/\s+/g, '')
        .replace(/\d+(?:[.,:/–-]\d+)*/g, '0')
        .replace(/昨天|今天|明天|后天|(0年)?0月0日/g, '某天')
        .replace(/[周星期]+[一二三四五六日]/g, '周某')
        .replace(/刚刚|刚才|0(秒|分钟|小时)前/g, '某时'),
    )
    .filter((line) => line !== '')
    .sort()

/** Lines of the first list that the second has fewer of. */
export function missingFrom(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/**
 * Runs inside a browser's page, so it refers to nothing outside itself: all words of the page in their order; the
 * pieces that stand in one element are one line. The bar at the top and the tabs are WeChat's own there.
 */
export function textsInBrowser(): string[] {
  const pages = [...document.querySelectorAll<HTMLElement>('.page')]
  const shown = pages.filter((page) => page.getBoundingClientRect().height > 0).pop()
  return shown ? linesOf(shown) : []

  function linesOf(node: Node): string[] {
    if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? '']
    if (!(node instanceof Element) || node.matches('.page-nav, .tab-bar, .toaster, textarea, style'))
      return []
    const inside = [...node.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE)
    const isLine = inside.length > 0 && inside.every(({ nodeType }) => nodeType === Node.TEXT_NODE)
    return isLine ? [node.textContent ?? ''] : inside.flatMap(linesOf)
  }
}
