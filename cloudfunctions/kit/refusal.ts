/** A refusal that the caller is told: a code of the contract and, for INVALID_INPUT, the field. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly detail?: string,
    /** What the log may hold of the detail: less, where the caller chose the words. */
    readonly logged = detail,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}
