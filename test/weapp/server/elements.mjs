/**
 * Elements as the automator names them. A page is drawn anew after each change, so an element is kept as the way to
 * it, (page, selector, index)…, and looked for again on every call.
 */
export const elementsOf = (phone) => {
  const { idOf, handleOf } = pagesOf(phone)
  const ways = new Map()
  const resolve = async (elementId) => {
    const { page, way } = ways.get(elementId)
    let node = await handleOf(page)
    for (const [selector, index] of way) {
      node = (await node.$$(selector))[index]
      if (!node) throw new Error('no such element')
    }
    return node
  }
  const text = async (elementId) => {
    const node = await resolve(elementId)
    return (ways.get(elementId).text = (await node.text()).trim())
  }
  /** The one whose text was read: a page that is drawn anew meanwhile may have another one in its place. */
  const same = async (elementId) => {
    const { text: known } = ways.get(elementId)
    const node = await resolve(elementId)
    if (known !== undefined && (await node.text()).trim() !== known)
      throw new Error('no such element any more')
    return node
  }
  const find = async (root, page, base, selector) => {
    const nodes = await root.$$(selector)
    return Promise.all(nodes.map((node, index) => keep(ways, page, [...base, [selector, index]], node)))
  }
  return {
    describe: (page) => ({ pageId: idOf(page), path: page.route, query: page.options ?? {} }),
    pages: () => phone.session.getCurrentPages(),
    handleOf,
    resolve,
    same,
    text,
    inPage: async (page, selector) => find(await handleOf(page), page, [], selector),
    inElement: async (elementId, page, selector) =>
      find(await resolve(elementId), page, ways.get(elementId).way, selector),
  }
}

const keep = async (ways, page, way, node) => {
  const elementId = JSON.stringify([page, way])
  ways.set(elementId, { page, way })
  return { elementId, tagName: await node.tagName() }
}

/** Pages by the numbers that the automator knows them by. */
const pagesOf = (phone) => {
  const ids = new Map()
  const idOf = (page) => {
    if (!ids.has(page)) ids.set(page, ids.size + 1)
    return ids.get(page)
  }
  const handleOf = async (id) => {
    const found = (await phone.getCurrentPages()).find(({ page }) => idOf(page) === id)
    if (!found) throw new Error(`page ${id} is closed`)
    return found
  }
  return { idOf, handleOf }
}
