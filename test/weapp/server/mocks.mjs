/** `wx` methods that a journey replaces for a while, e.g. what the camera sees. */
export const mocksOf = (wx) => {
  const originals = new Map()
  return {
    /** A mock is a fixed result, or a function of the options; without either the real method comes back. */
    set({ method, functionDeclaration, args = [], result }, phone) {
      if (!originals.has(method)) originals.set(method, wx[method])
      const isRestored = !functionDeclaration && result === undefined
      wx[method] = isRestored
        ? originals.get(method)
        : (options) => settle(options, () => outcomeOf(phone, { functionDeclaration, args, result }, options))
    },
  }
}

/** A result whose errMsg says `fail` is a refusal, as on a phone. */
const outcomeOf = async (phone, { functionDeclaration, args, result }, options) => {
  const outcome = functionDeclaration ? await phone.evaluate(functionDeclaration, options, ...args) : result
  if (/:fail/.test(outcome?.errMsg ?? '')) throw outcome
  return outcome
}

const settle = (options, run) => {
  const outcome = run()
  if (!options?.success && !options?.fail) return outcome
  outcome.then(options.success, options.fail).finally(() => options.complete?.())
  return undefined
}
