import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../build/bundle.mjs'

/** Runs a package's command. @returns its exit code */
export const runBin = (bin, parameters) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', bin), ...parameters], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
