const { pathToFileURL } = require('node:url')
const { TestEnvironment } = require('jest-environment-node')

/**
 * jest makes every module anew for each file. What a file takes by `importOnce` is a module of Node's own: it is made
 * once in each of jest's workers, and stays for the files that follow (decision 0195).
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.importOnce = (file) => import(pathToFileURL(file).href)
  }
}
