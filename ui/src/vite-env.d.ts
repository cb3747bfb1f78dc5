/// <reference types="vite/client" />

// For the plain compiler, which cannot read a component; svelte-check sees its real props.
declare module '*.svelte' {
  import type { Component } from 'svelte'
  const component: Component
  export default component
}
