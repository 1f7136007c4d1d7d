/**
 * Takes a module that stays for the files that follow (environment.cjs).
 * @param file absolute path of a `.cjs` or `.mjs`
 */
export const importOnce = <Module>(file: string): Promise<Module> =>
  (globalThis as unknown as { importOnce(file: string): Promise<Module> }).importOnce(file)
