import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/contract'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    rules: {
      // TypeScript already knows every name.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-imports': ['error', { patterns: ['@tauri-apps/*'] }],
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // A space that must be kept at the start of an element is written as a string.
      'svelte/no-useless-mustaches': 'off',
      'svelte/no-inline-styles': 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  // The one door to the back is the only file that may know which shell is behind it.
  { files: ['src/desk/tauri.ts'], rules: { 'no-restricted-imports': 'off' } },
)
