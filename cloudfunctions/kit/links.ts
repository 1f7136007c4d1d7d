/**
 * What a QR holds so that a phone's own scanner opens the page: a link into the web version, which in WeChat is
 * registered to open the mini program. The base comes from the deployment (`JINLIN_LINKS`, e.g.
 * `https://example.org`); without one it is the page's path, which the product's own scanner reads.
 * @param page path of the page, with what it needs besides the code
 */
export function linkTo(page: string, code: string): string {
  const base = process.env.JINLIN_LINKS
  const mark = page.includes('?') ? '&' : '?'
  return `${base ? `${base.replace(/\/$/, '')}/#/` : 'JL2:'}${page}${mark}code=${code}`
}

/**
 * The code in what somebody scanned or typed: of a link what stands after `code=`, else the text itself. Where a
 * link leads says nothing: the code alone is signed.
 */
export const codeIn = (text: string): string => /[?&]code=([^&#]+)$/.exec(text)?.[1] ?? text
