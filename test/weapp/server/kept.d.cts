/**
 * Opens a mini program on a phone of its own; the phone is gone once the automator has left it.
 * @param projectPath folder of its build
 * @param runtime folder in which the runtime is installed
 * @returns the address that WeChat's automator connects to
 */
export function open(projectPath: string, runtime: string): Promise<string>
