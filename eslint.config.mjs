import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { boundariesRule } from './config/lint/boundaries.mjs'
import { droppedInTemplates } from './config/lint/dropped-in-templates.mjs'
import { handedIn } from './config/lint/handed-in.mjs'

const jinlin = { rules: { boundaries: boundariesRule } }

/** Files ≤ 200 lines, functions ≤ 40; markup and tables may be longer. */
const sizes = (lines, perFunction) => ({
  'max-lines': ['error', { max: lines, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': perFunction
    ? ['error', { max: perFunction, skipBlankLines: true, skipComments: true, IIFEs: true }]
    : 'off',
})

export default tseslint.config(
  { ignores: ['dist/', '.data/', '.cache/', 'coverage/', 'node_modules/'] },
  // A rule that must be broken is wrong: it is changed here, for everybody to see, not switched off in a file.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    plugins: { jinlin },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true, 'ts-check': true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: false }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'eslint-disable', '@ts-'] }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-debugger': 'error',
      'jinlin/boundaries': 'error',
      ...sizes(200, 40),
    },
  },
  { files: ['**/*.tsx'], rules: sizes(200, 80) },
  { files: ['test/**/*.{ts,tsx}'], rules: sizes(400, 0) },
  { files: ['cloudfunctions/contract/**', 'src/services/messages.ts'], rules: sizes(400, 40) },
  { files: ['**/*.mjs'], rules: sizes(200, 40) },
  {
    files: ['src/**/*.{ts,tsx}', 'cloudfunctions/**/*.ts'],
    rules: { 'no-console': 'error', '@typescript-eslint/no-non-null-assertion': 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...droppedInTemplates],
    },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/kit/**', 'cloudfunctions/contract/**'],
    rules: { 'no-restricted-syntax': ['error', ...handedIn] },
  },
)
