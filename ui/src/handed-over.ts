import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './styles/index.scss'
import { mount } from 'svelte'
import HandedOver from './HandedOver.svelte'
import { desk } from './desk/tauri'
import { cleanPastes } from './keys/paste'
import { letTextGrow } from './keys/textSize'

cleanPastes()
letTextGrow()
const target = document.getElementById('window')
if (target) mount(HandedOver, { target, props: { desk } })
