import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { root } from '../build/bundle.mjs'
import { namedInAppJson, permissionScopes, privacyInterfaces } from './privacy-interfaces.mjs'
import { calledMethods, freeNames, scriptsOf } from './scripts.mjs'

/** What the operator enters in WeChat's console; each interface stands in it by its name. */
export const privacyText = join(root, 'docs/operator/隐私保护指引.md')

/**
 * Private interfaces that the code calls and nobody declared, or the other way round; and names that exist in a
 * browser but not in WeChat.
 * @param {string} folder of the build
 * @returns {string[]} one line for each fault
 */
export const declarationFaults = (folder) => {
  const scripts = scriptsOf(folder)
  const called = calledMethods(scripts)
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'))
  return [
    ...privacyTextFaults(called),
    ...appJsonFaults(called, app),
    ...scripts.filter(({ ours }) => ours).flatMap(browserNames),
  ]
}

/** The text names exactly what the code uses: more would ask people for nothing. */
const privacyTextFaults = (called) => {
  const text = existsSync(privacyText) ? readFileSync(privacyText, 'utf8') : ''
  return Object.entries(privacyInterfaces).flatMap(([kind, names]) =>
    names.flatMap((name) => {
      const declared = text.includes(`wx.${name}`) && text.includes(kind)
      if (called.has(name) && !declared)
        return [`${name} (${called.get(name)}) is not declared in docs/operator/隐私保护指引.md: ${kind}`]
      return !called.has(name) && text.includes(`wx.${name}`) ? [`${name} is declared and never called`] : []
    }),
  )
}

const appJsonFaults = (called, { requiredPrivateInfos = [], permission = {} }) => [
  ...namedInAppJson
    .filter((name) => called.has(name) !== requiredPrivateInfos.includes(name))
    .map((name) =>
      called.has(name)
        ? `${name} is called and not in requiredPrivateInfos of app.json`
        : `${name} stands in requiredPrivateInfos of app.json and is never called`,
    ),
  ...Object.entries(permissionScopes)
    .filter(([name, scope]) => called.has(name) && !permission[scope]?.desc)
    .map(([name, scope]) => `${name} is called and app.json does not say why in permission.${scope}`),
]

/** What WeChat gives to a script besides the language itself. */
const wechatNames =
  'wx App Page Component Behavior getApp getCurrentPages require requirePlugin module exports ' +
  'console setTimeout clearTimeout setInterval clearInterval global __wxConfig requestAnimationFrame'

/** Array, Promise, JSON …: a bare context of V8 has the language and nothing of Node or of a browser. */
const languageNames = runInNewContext('Object.getOwnPropertyNames(globalThis)')
const known = new Set([...languageNames, ...wechatNames.split(' '), 'arguments', 'undefined'])

const browserNames = (script) =>
  [...freeNames(script)]
    .filter((name) => !known.has(name))
    .map((name) => `${script.path}: ${name} does not exist in WeChat`)
