/** The drawing thread: draws one card after the other, until it is ended. */
import { open } from '../worker/inside.js'
import type { Drawer } from './drawing.js'
import { cardPng } from './png.js'

const offered: Drawer = { draw: async (card) => cardPng(card) }
open(offered)
