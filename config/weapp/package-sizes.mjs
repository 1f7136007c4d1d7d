import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const KB = 1024

/**
 * Bytes that a package of the mini program may weigh. WeChat refuses 2 MB; ours are far smaller, because people wait
 * for them: for the main package before anything is seen, for a subpackage when its first page opens. The audit that we
 * hold ourselves to allows the main package 450 KB (docs/decisions/0057).
 */
export const packageLimits = { main: 400 * KB, subpackage: 250 * KB }

/**
 * What each package of a build weighs.
 * @param {string} folder of the build, with its app.json
 * @returns {{ name: string, root: string, bytes: number, limit: number }[]} the main package first, its root empty
 */
export const packageSizes = (folder) => {
  const { subPackages = [] } = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'))
  const files = uploadedFiles(folder)
  const packageOf = (path) => subPackages.find(({ root }) => path.startsWith(`${root}/`))?.root ?? ''
  const bytesOf = (root) =>
    files.filter(({ path }) => packageOf(path) === root).reduce((sum, { bytes }) => sum + bytes, 0)
  return [
    { name: 'weapp main package', root: '', bytes: bytesOf(''), limit: packageLimits.main },
    ...subPackages.map(({ root }) => ({
      name: `weapp ${root}`,
      root,
      bytes: bytesOf(root),
      limit: packageLimits.subpackage,
    })),
  ]
}

/** Lines about packages over their budget. */
export const sizeFaults = (folder) =>
  packageSizes(folder)
    .filter(({ bytes, limit }) => bytes > limit)
    .map(({ name, bytes, limit }) => `${name}: ${kb(bytes)} KB, at most ${kb(limit)} KB`)

/** Everything that is uploaded counts; licences and maps are not. */
const uploadedFiles = (folder) =>
  filesBelow(folder)
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), bytes: statSync(file).size }))
    .filter(({ path }) => !/\.(map|LICENSE\.txt)$|^project\./.test(path))

/** All files below a folder, with their full paths. */
export const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  )

const kb = (bytes) => (bytes / KB).toFixed(1)
