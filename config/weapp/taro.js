/**
 * `@tarojs/taro` as it is, but for one thing: it asks for the runtime's hooks by name. Its own `require` of the whole
 * runtime keeps every export of it, used or not, and a twentieth of the main package.
 */
const { hooks } = require('./taro-hooks.mjs')
const taro = require('@tarojs/api').default

if (hooks.isExist('initNativeApi')) hooks.call('initNativeApi', taro)

module.exports = taro
module.exports.default = module.exports
