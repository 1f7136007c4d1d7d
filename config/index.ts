import { join, relative, resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = resolve(__dirname, '..')
const isDemo = process.env.TARO_ENV === 'h5' && process.env.JINLIN_DEMO === '1'
const outputRoot = join(
  relative(root, process.env.JINLIN_DIST ?? join(root, 'dist')),
  process.env.TARO_ENV ?? '',
)
// The files outside `src/` that the client takes values from.
const compile = {
  include: ['limits.ts', 'doors.ts'].map((file) => join(root, 'cloudfunctions/contract', file)),
}

/** Drawn by share-pictures.mjs. */
const sharedPictures = ['affairs', 'directory', 'meetings', 'notices'].map(
  (domain) => `features/${domain}/shared.png`,
)

/**
 * Taro's build of `src/`. Sizes are px in both builds (no rpx, no rem): text must follow `--fs` and the WeChat
 * font setting, not the width of the screen.
 */
export default defineConfig<'webpack5'>({
  projectName: 'jinlin',
  date: '2026-11-21',
  designWidth: 390,
  deviceRatio: { 390: 1 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // One cache for each kind of build: the list of pages is cached too, and must not carry the demo's page over. None
  // for the mini program: what two of its packages share kept the code of an earlier build.
  cache: {
    enable: process.env.TARO_ENV !== 'weapp',
    name: [process.env.NODE_ENV, process.env.TARO_ENV, isDemo ? 'demo' : ''].join('-'),
  },
  alias: { '@': join(root, 'src'), '@contract': join(root, 'cloudfunctions/contract') },
  // Persona sign-in and all that belongs to it is cut away by the minimizer unless this is a local web build.
  defineConstants: { __DEMO__: JSON.stringify(isDemo) },
  // Words for people stay as they are: Taro would write each Chinese character with six.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  // Screen readers (docs/decisions/0051), and no templates that no page uses.
  plugins: [join(root, 'config/taro-spoken.js'), join(root, 'config/weapp/lean-templates.js')],
  // Levels that a page's template has before it goes on in a component: ours are twelve deep (decision 0057).
  baseLevel: 13,
  // What WeChat's search may list, and the pictures of pages that are sent to a chat; the web build has no use for them.
  copy: {
    patterns:
      process.env.TARO_ENV === 'weapp'
        ? ['sitemap.json', ...sharedPictures].map((file) => ({
            from: `src/${file}`,
            to: join(outputRoot, file),
          }))
        : [],
    options: {},
  },
  mini: {
    compile,
    // Every rule names its own component's class: which file comes first decides nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    optimizeMainPackage: { enable: true },
    webpackChain: (chain) =>
      void chain.resolve.alias.set('@tarojs/taro$', join(root, 'config/weapp/taro.js')),
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  },
  h5: {
    compile,
    publicPath: './',
    // Plain elements instead of web components: less to load. Inputs are our own (ui/text-box.h5.tsx).
    useHtmlComponents: true,
    webpackChain: (chain) => {
      // What most pages use travels once, not inside each page.
      const shared = { name: 'shared', chunks: 'async', minChunks: 3, priority: 20, enforce: true }
      chain.resolve.alias.set(
        '@tarojs/components/dist/components$',
        join(root, 'config/taro-web-components.js'),
      )
      chain.module
        .rule('late pages')
        .test(/@tarojs[\\/]router[\\/]dist[\\/]router[\\/]spa\.js$/)
        .use('late pages')
        .loader(join(root, 'config/taro-late-pages.js'))
      chain.merge({ optimization: { splitChunks: { cacheGroups: { shared } } } })
    },
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  },
})
