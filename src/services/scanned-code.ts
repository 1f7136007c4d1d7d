/**
 * What the server wants of a text that was scanned or typed: the code out of a link, or the text as it is.
 * Nothing is checked here.
 */
export const codeIn = (scanned: string): string => {
  const text = scanned.trim()
  const [, code] = /[?&]code=([^&#]+)/.exec(text) ?? []
  return code === undefined ? text : decoded(code)
}

/** An address that holds half an escape is still an address. */
export const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
