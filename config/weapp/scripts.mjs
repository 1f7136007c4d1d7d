import { parseSync, traverse } from '@babel/core'
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { filesBelow } from './package-sizes.mjs'

/** Libraries name every interface of WeChat without calling it: only our own code tells what is used. */
const libraries = /^(taro|vendors|runtime)\.js$/

/** The parsed scripts of a build: `{ path, ast, ours }`; `ours` is false for libraries. */
export const scriptsOf = (folder) =>
  filesBelow(folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => {
      const path = relative(folder, file).replaceAll('\\', '/')
      const options = { filename: file, babelrc: false, configFile: false, sourceType: 'script', ast: true }
      return { path, ast: parseSync(readFileSync(file, 'utf8'), options), ours: !libraries.test(path) }
    })

/**
 * Names that our code calls as methods (`x.chooseMedia()`) or hands to a button (`openType: 'getPhoneNumber'`), with
 * the files that do.
 * @returns {Map<string, string[]>}
 */
export const calledMethods = (scripts) => {
  const called = new Map()
  const note = (name, path) => called.set(name, [...new Set([...(called.get(name) ?? []), path])])
  for (const { ast, path } of scripts.filter(({ ours }) => ours)) {
    traverse(ast, {
      CallExpression: ({ node: { callee } }) => {
        if (callee.type === 'MemberExpression') note(callee.property.name ?? callee.property.value, path)
      },
      ObjectProperty: ({ node: { key, value } }) => {
        if (key.name === 'openType' && value.type === 'StringLiteral') note(value.value, path)
      },
    })
  }
  return called
}

/**
 * Names that a script takes from nowhere: neither declared in it nor looked at with `typeof` first.
 * @returns {Set<string>}
 */
export const freeNames = ({ ast }) => {
  const free = new Set()
  const guarded = new Set()
  traverse(ast, {
    UnaryExpression: ({ node: { operator, argument } }) => {
      if (operator === 'typeof' && argument.type === 'Identifier') guarded.add(argument.name)
    },
    ReferencedIdentifier: ({ node, scope }) => {
      if (!scope.hasBinding(node.name, true)) free.add(node.name)
    },
  })
  for (const name of guarded) free.delete(name)
  return free
}
