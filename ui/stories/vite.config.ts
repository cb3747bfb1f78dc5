import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import work from '../vite.config'

// Still pictures of every screen with invented people, for looking at; never part of the product.
export default defineConfig({
  ...work,
  plugins: [svelte({ configFile: '../svelte.config.js' })],
  root: new URL('.', import.meta.url).pathname,
  css: { preprocessorOptions: { scss: { loadPaths: ['.', 'node_modules', '..', '../node_modules'], quietDeps: true } }, lightningcss: { errorRecovery: true } },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', minify: false },
})
