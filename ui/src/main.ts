import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './styles/index.scss'
import { mount } from 'svelte'
import App from './App.svelte'
import { desk } from './desk/tauri'

const target = document.getElementById('window')
if (target) mount(App, { target, props: { desk } })
