import type { MiniProgram } from './automator'
import { weightOf, type Drawn } from './drawn'

/**
 * WeChat's audit complains above 1,000 nodes, a depth of 30, 60 children of one node and 256 KB in one setData
 * (developers.weixin.qq.com, 体验评分). Tabs are what everybody opens, so they get less; setData gets a quarter.
 */
export const auditLimits = {
  nodes: { tab: 700, other: 1000 },
  depth: 30,
  children: 60,
  setDataBytes: 64 * 1024,
  /** setData calls of a tab until its first content stands: skeleton, content, and one for the session. */
  tabRenders: 3,
}

interface Audited {
  root: Drawn | null
  /** Counted by test/weapp/server/phone.js; absent in DevTools. */
  tally?: { calls: number; largestBytes: number }
}

/** Lines about what the page on top has too much of. */
export async function auditFaults(program: MiniProgram, isTab: boolean): Promise<string[]> {
  const { root, tally } = JSON.parse(
    await program.evaluate(() => {
      const page = getCurrentPages().pop()
      return JSON.stringify({ root: page?.data.root ?? null, tally: page?.tally })
    }),
  ) as Audited
  const { nodes, depth, widest } = weightOf(root)
  const measured: [string, number, number][] = [
    ['nodes', nodes, isTab ? auditLimits.nodes.tab : auditLimits.nodes.other],
    ['levels', depth, auditLimits.depth - 1],
    ['children of one node', widest, auditLimits.children],
    ['bytes in one setData', tally?.largestBytes ?? 0, auditLimits.setDataBytes],
    ['setData calls', isTab ? (tally?.calls ?? 0) : 0, auditLimits.tabRenders],
  ]
  return measured
    .filter(([, count, most]) => count > most)
    .map(([what, count, most]) => `${count} ${what}, at most ${most}`)
}
