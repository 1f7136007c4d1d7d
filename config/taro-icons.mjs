// node config/taro-icons.mjs: writes src/ui/icons.css from the icons that src/ui/icon-names.ts lists.
// Each icon is a CSS mask in a data URI, so it takes the colour of the text in both builds and costs no request.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const iconFolder = join(
  dirname(createRequire(import.meta.url).resolve('lucide-static/package.json')),
  'icons',
)

const names = [
  ...readFileSync(join(root, 'src/ui/icon-names.ts'), 'utf8').matchAll(/^ {2}'([a-z0-9-]+)',$/gm),
]
  .map(([, name]) => name)
  .sort()

const svgOf = (name) =>
  readFileSync(join(iconFolder, `${name}.svg`), 'utf8')
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s*class="[^"]*"/, '')
    // A mask is as large as its box, and its colour is nobody's: some kilobytes of the main package.
    .replace(/\s*(?<!stroke-)(width|height)="24"/g, '')
    .replace('currentColor', 'red')
    .replace(/\s+/g, ' ')
    .replace(/ ?(\/?>) ?/g, '$1')
    .trim()

/** Only what a URI in double quotes must not hold is escaped: shorter than base64, and still readable. */
const uriOf = (svg) =>
  `data:image/svg+xml,${svg.replace(/"/g, "'").replace(/%/g, '%25').replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E')}`

const ruleOf = (name) => `.icon-${name} {\n  --icon: url("${uriOf(svgOf(name))}");\n}\n`

const head = '/* Written by config/taro-icons.mjs from Lucide (ISC). Do not edit. */\n'
writeFileSync(join(root, 'src/ui/icons.css'), head + names.map(ruleOf).join('\n'))
