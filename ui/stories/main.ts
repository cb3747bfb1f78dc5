import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '../src/styles/index.scss'
import { mount } from 'svelte'
import Stories from './Stories.svelte'

const target = document.getElementById('window')
const story = location.hash.slice(1) || 'meeting'
if (target) mount(Stories, { target, props: { story } })
