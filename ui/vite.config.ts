import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

// Two pages: the work window, and the handed-over window, which loads no line of the work window's code.
export default defineConfig({
  plugins: [svelte()],
  base: './',
  css: {
    preprocessorOptions: {
      scss: { loadPaths: ['.', 'node_modules'], quietDeps: true },
    },
    // An old media hack in the Ministry of Justice sheet would otherwise stop the minifier.
    lightningcss: { errorRecovery: true },
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows no data: addresses, so nothing is inlined.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        work: new URL('index.html', import.meta.url).pathname,
        handedOver: new URL('handed-over.html', import.meta.url).pathname,
      },
    },
  },
  server: { port: 1420, strictPort: true },
})
