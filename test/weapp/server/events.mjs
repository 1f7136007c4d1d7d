/**
 * Sends an event up from an element as WeChat does: every ancestor that binds it hears of it, until one catches it.
 * The runtime's own `tap` stays at the element, where Taro's handlers seldom are.
 * @returns {Promise<boolean>} whether anybody heard
 */
export const bubble = async (handle, type, detail) => {
  let heard = false
  const target = describe(handle.node)
  for (let node = handle.node; node && node.name !== 'page'; node = node.parent) {
    const way = bindingOf(node, type)
    if (way === null) continue
    const here = new handle.constructor(node, handle.interactions)
    await here.trigger(type, { detail, target, currentTarget: describe(node) })
    heard = true
    if (way === 'catch') break
  }
  return heard
}

const bindingOf = ({ attribs = {} }, type) => {
  for (const name of Object.keys(attribs)) {
    const match = /^(?:mut-)?(bind|catch):?(.+)$/.exec(name)
    if (match?.[2] === type && attribs[name]) return match[1]
  }
  return null
}

const describe = ({ attribs = {} }) => ({
  id: attribs.id ?? '',
  dataset: Object.fromEntries(
    Object.entries(attribs)
      .filter(([name]) => name.startsWith('data-') && !name.startsWith('data-sim-'))
      .map(([name, value]) => [camelCase(name.slice(5)), value]),
  ),
})

const camelCase = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())
