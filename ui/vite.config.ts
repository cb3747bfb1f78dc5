import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

const here = (path: string) => new URL(path, import.meta.url).pathname

// A page for each sort of window: the work window's, and the attendee's and the projector's, which load no line of its code.
// In the mode `loopback` the same pages stand before a test's bridge, in a folder that no build of the application reads.
export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  base: './',
  resolve: mode === 'loopback' ? { alias: [{ find: './desk/tauri', replacement: here('src/desk/loopback.ts') }] } : {},
  css: {
    preprocessorOptions: {
      scss: { loadPaths: ['.', 'node_modules'], quietDeps: true },
    },
    // An old media hack in the Ministry of Justice sheet would otherwise stop the minifier.
    lightningcss: { errorRecovery: true },
  },
  build: {
    target: 'es2022',
    outDir: mode === 'loopback' ? '../out/loopback' : 'dist',
    emptyOutDir: true,
    // The content security policy allows no data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        work: here('index.html'),
        handedOver: here('handed-over.html'),
        projector: here('projector.html'),
      },
    },
  },
  server: { port: 1420, strictPort: true },
}))
