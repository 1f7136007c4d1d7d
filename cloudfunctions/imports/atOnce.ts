/** Requests under way at once: enough to hide their latency, few enough not to crowd out other callers. */
const usualWidth = 16

/** Does something to each, some at once; stops at the first that fails. */
export async function atOnce<One>(
  all: readonly One[],
  work: (one: One) => Promise<void>,
  width = usualWidth,
): Promise<void> {
  for (let start = 0; start < all.length; start += width) {
    await Promise.all(all.slice(start, start + width).map(work))
  }
}
