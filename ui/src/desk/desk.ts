import type { Commands } from '../contract/commands'

export type CommandName = keyof Commands
export type FormOf<Name extends CommandName> = Commands[Name]['form']
export type ViewOf<Name extends CommandName> = Commands[Name]['view']

/** The one door to the back: a form goes in, and a view comes out or a problem is thrown. */
export interface Desk {
  ask: <Name extends CommandName>(name: Name, form: FormOf<Name>) => Promise<ViewOf<Name>>
}
