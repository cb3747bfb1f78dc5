import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './styles/index.scss'
import { mount } from 'svelte'
import { desk } from './desk/tauri'
import Projector from './Projector.svelte'

const target = document.getElementById('window')
if (target) mount(Projector, { target, props: { desk } })
