import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './styles/index.scss'
import { mount } from 'svelte'
import HandedOver from './HandedOver.svelte'
import { desk } from './desk/tauri'
import { cleanPastes } from './keys/paste'

cleanPastes()
import { letTextGrow } from './keys/textSize'

letTextGrow()
const target = document.getElementById('window')
if (target) mount(HandedOver, { target, props: { desk } })
