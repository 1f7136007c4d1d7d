import type { DuplicateSpelling } from './gateway/errors'
import { GatewayError } from './gateway/errors'
import type { SafetyVerdict } from './wx-safety'

/** One thing that shall go wrong with database requests. All conditions given must hold. */
export interface FaultRule {
  kind: 'delay' | 'errorBefore' | 'errorAfter' | 'conflict' | 'crashBefore' | 'crashAfter'
  /** e.g. `database.commitTransaction`; absent: every database action. */
  action?: string
  collection?: string
  functionName?: string
  /** Not a request that only reads: a death after one is a death after the change before it. */
  changing?: boolean
  /** Only the n-th database request of an invocation, from 1. */
  nth?: number
  /** Milliseconds, for `delay`. */
  delayMs?: number
  /** Code of an injected error; default DATABASE_TIMEOUT. */
  code?: string
  /** 0–1, default 1; drawn from the plan's seed. */
  probability?: number
  /** The rule is spent after so many hits. */
  times?: number
}

/** All faults of a cloud at one time; setting a plan replaces the one before. */
export interface FaultPlan {
  rules?: FaultRule[]
  seed?: number
  /** Milliseconds by function name; positive: the function's clock is ahead. */
  clockSkewMs?: Record<string, number>
  duplicates?: DuplicateSpelling
  /** What WeChat's checks say whatever they are asked. */
  safety?: { text?: SafetyVerdict; photo?: SafetyVerdict }
}

/** A database request as the rules see it. */
export interface FaultTarget {
  action: string
  collection?: string
  functionName: string
  nth: number
}

/** What to do to one request. */
export interface FaultVerdict {
  delayMs: number
  before: 'crash' | GatewayError | null
  after: 'crash' | GatewayError | null
}

/** Holds the plan and judges each database request by it. */
export class Faults {
  plan: FaultPlan = {}
  private hits: number[] = []
  private random = randomFrom(1)

  set(plan: FaultPlan): void {
    this.plan = plan
    this.hits = (plan.rules ?? []).map(() => 0)
    this.random = randomFrom(plan.seed ?? 1)
  }

  clear(): void {
    this.set({})
  }

  clockSkewMs(functionName: string): number {
    return this.plan.clockSkewMs?.[functionName] ?? 0
  }

  /** @returns null when nothing shall happen */
  judge(target: FaultTarget): FaultVerdict | null {
    const { rules = [] } = this.plan
    if (rules.length === 0) return null
    const verdict: FaultVerdict = { delayMs: 0, before: null, after: null }
    rules.forEach((rule, index) => {
      if (!matches(rule, target) || (this.hits[index] ?? 0) >= (rule.times ?? Infinity)) return
      if (rule.probability !== undefined && this.random() >= rule.probability) return
      this.hits[index] = (this.hits[index] ?? 0) + 1
      apply(rule, verdict)
    })
    return verdict
  }
}

const reads = ['getDocument', 'calculateDocument', 'aggregateDocuments'].map((name) => `database.${name}`)

function matches(rule: FaultRule, target: FaultTarget): boolean {
  return (
    (rule.action === undefined || rule.action === target.action) &&
    (rule.collection === undefined || rule.collection === target.collection) &&
    (rule.functionName === undefined || rule.functionName === target.functionName) &&
    (!rule.changing || !reads.includes(target.action)) &&
    (rule.nth === undefined || rule.nth === target.nth)
  )
}

function apply(rule: FaultRule, verdict: FaultVerdict): void {
  const error = () => new GatewayError(rule.code ?? 'DATABASE_TIMEOUT', 'injected fault')
  switch (rule.kind) {
    case 'delay':
      verdict.delayMs += rule.delayMs ?? 0
      break
    case 'errorBefore':
      verdict.before ??= error()
      break
    case 'errorAfter':
      verdict.after ??= error()
      break
    case 'conflict':
      verdict.before ??= new GatewayError('DATABASE_TRANSACTION_CONFLICT', 'injected conflict')
      break
    case 'crashBefore':
      verdict.before ??= 'crash'
      break
    case 'crashAfter':
      verdict.after ??= 'crash'
      break
  }
}

/** mulberry32: small, seeded, good enough to choose victims. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
