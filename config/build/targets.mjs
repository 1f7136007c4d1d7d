import { join } from 'node:path'
import { distFolder } from './bundle.mjs'
import { buildFunctions } from './functions.mjs'
import { buildLocalCloud } from './localcloud.mjs'
import { buildManifest } from './manifest.mjs'
import { buildTaro } from './taro.mjs'

const always = ['package-lock.json', 'tsconfig.json', 'config/build']
const client = [
  ...always,
  'src',
  'types',
  'config/index.ts',
  'config/taro-late-pages.js',
  'config/taro-web-components.js',
  'babel.config.js',
  'cloudfunctions/contract',
]
const server = [...always, 'cloudfunctions', 'demo', 'config/cloud.ts', 'config/collections.ts']

/** A build without any demo, to look into before a release. */
export const productionFolder = join(distFolder, 'production')

/**
 * What can be built: the words shown meanwhile, the files and folders that it is made from, its outcome's
 * path in `dist/`, and how.
 */
export const targets = {
  functions: {
    title: 'cloud functions',
    inputs: server,
    output: 'cloud.json',
    build: async () => {
      await buildFunctions()
      await buildManifest()
    },
  },
  localcloud: {
    title: 'local cloud',
    inputs: [...always, 'localcloud'],
    output: 'localcloud/main.js',
    build: () => buildLocalCloud(),
  },
  h5: {
    title: 'web pages (about 20 s)',
    inputs: client,
    output: 'h5/index.html',
    build: () => buildTaro('h5', { demo: true }),
  },
  weapp: {
    title: 'mini program (about 15 s)',
    inputs: client,
    output: 'weapp/app.json',
    build: () => buildTaro('weapp'),
  },
  production: {
    title: 'production functions and web pages (about 20 s)',
    inputs: [...new Set([...server, ...client])],
    output: 'production/h5/index.html',
    build: async () => {
      await buildFunctions({ out: productionFolder, production: true })
      await buildManifest({ out: productionFolder, production: true })
      await buildTaro('h5', { out: productionFolder })
    },
  },
}
