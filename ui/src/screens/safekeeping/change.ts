// What can be changed about who opens the record.
import type { UserRow } from '../../contract/UserRow'

export type Change =
  | { what: 'add'; name: string; person: string }
  | { what: 'passphrase'; user: UserRow }
  | { what: 'link'; user: UserRow; person: string }
  | { what: 'retire'; user: UserRow }

/** What the form is called, and what a person should know before filling it in. */
export function about(change: Change): { title: string; lead: string; button: string; done: string } {
  switch (change.what) {
    case 'add':
      return {
        title: change.name ? `A passphrase for ${change.name}` : 'Add somebody',
        lead: 'They choose a passphrase and type it themselves. Yours shows that it is you who lets them in.',
        button: 'Give them a way in',
        done: `${change.name || 'They'} can open this record`,
      }
    case 'passphrase':
      return change.user.signed_in
        ? { title: 'Change your passphrase', lead: 'The old one no longer opens this record.', button: 'Change it', done: 'Your passphrase is changed' }
        : {
            title: `A new passphrase for ${change.user.name}`,
            lead: 'For somebody who has forgotten theirs. They type it themselves; the journal keeps that you helped.',
            button: 'Give a new one',
            done: `${change.user.name} has a new passphrase`,
          }
    case 'link':
      return {
        title: `Who is ${change.user.name} on the register?`,
        lead: 'Minutes that this person chairs are then signed with this passphrase, and no other.',
        button: 'That is who I am',
        done: `${change.user.name} is on the register of people`,
      }
    case 'retire':
      return {
        title: `Take ${change.user.name}’s way in away`,
        lead: 'They can no longer open this record; what they did stays theirs. A copy of the files made before now still opens with their passphrase.',
        button: 'Take it away',
        done: `${change.user.name} can no longer open this record`,
      }
  }
}
