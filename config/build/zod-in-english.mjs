/**
 * zod carries its messages in fifty languages, a tenth of a bundle. Functions answer with codes and the client has the
 * words, so one language is enough (decision 0113).
 */
export const zodInEnglish = {
  name: 'zod-in-english',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js'`,
    }))
  },
}
