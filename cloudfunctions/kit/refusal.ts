/** A refusal that the caller is told: a code of the contract and, for INVALID_INPUT, the field. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly detail?: string,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}
