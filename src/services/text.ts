/**
 * What was typed or pasted, as the server takes a text of several lines: from a table or a page come tabs, which turn
 * into blanks, and other control characters, which go. Line feeds stay.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .trim()

/** The same as a single line. */
export const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ')
