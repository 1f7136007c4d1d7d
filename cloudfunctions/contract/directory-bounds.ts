/** Bounds of `directory` that no form shows. */
export const bounds = {
  /** Entries of one community or one street: they are one document. */
  perPlace: 80,
} as const
