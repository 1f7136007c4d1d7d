/** A node as Taro hands it to WeChat: `nn` its kind, `v` the words of a text, `cn` what is inside. */
export interface Drawn {
  nn?: string
  v?: string
  /** Its class. */
  cl?: string
  cn?: Drawn[]
}

/** What a page weighs for WeChat, as its audit counts. */
export interface Weight {
  nodes: number
  depth: number
  /** Most children of one node. */
  widest: number
}

/** All words of a page in their order; the pieces that stand in one element are one line. */
export const textsOf = (root: Drawn | null): string[] => {
  if (!root) return []
  if (root.v !== undefined) return [root.v]
  const inside = root.cn ?? []
  const isLine = inside.length > 0 && inside.every(({ v }) => v !== undefined)
  const texts = inside.flatMap(textsOf)
  return isLine ? [texts.join('').trim()].filter(Boolean) : texts
}

export const weightOf = (root: Drawn | null): Weight => {
  const inside = (root?.cn ?? []).map(weightOf)
  return {
    nodes: 1 + inside.reduce((sum, { nodes }) => sum + nodes, 0),
    depth: 1 + Math.max(0, ...inside.map(({ depth }) => depth)),
    widest: Math.max(root?.cn?.length ?? 0, ...inside.map(({ widest }) => widest)),
  }
}
