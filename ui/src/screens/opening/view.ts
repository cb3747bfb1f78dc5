// The opening: who is here, the statement, and each person's acceptance (§4.1), before anything personal opens.
import type { PersonInRoom } from '../../contract/PersonInRoom'
import type { RoleView } from '../../contract/RoleView'

export type Standing = 'expected' | 'apologies' | 'present' | 'accepted' | 'to sign' | 'signed' | 'declined' | 'left'

export interface Seat {
  id: string
  name: string
  /** What they are called where their agency does not stand beside them. */
  called: string
  agency: string
  role: RoleView
  standing: Standing
  /** Whether this meeting asks this person for a signed declaration. */
  signs: boolean
  /** What was sent with their apologies, or said as they declined. */
  remark: string
  /** Who gave the explicit authority to share, when it has been said (§4.3). */
  authority: string | undefined
  /** Who gave it at an earlier meeting: offered, never assumed. */
  before: string | undefined
  /** Whose seat they have taken. */
  deputyFor: string | undefined
  /** Whether they were there on an earlier day, and so sent no apologies. */
  came: boolean
}

export type OpeningStep = 'register' | 'statement' | 'acceptance'

/** The key that is each person's own, in seat order: figures, then letters. */
export const seatKey = (at: number) => '123456789abcdefghijklmnopqrstuvwxyz'.charAt(at)

function standing(person: PersonInRoom): Standing {
  switch (person.whereabouts) {
    case 'expected':
    case 'apologies':
    case 'declined':
    case 'left':
      return person.whereabouts
    default:
      if (!person.accepted_at) return 'present'
      return person.must_sign ? (person.signed_at ? 'signed' : 'to sign') : 'accepted'
  }
}

/** Everyone on the register, in seat order, so that a person's key never changes. */
export function seats(people: readonly PersonInRoom[]): Seat[] {
  return [...people]
    .sort((a, b) => a.seat - b.seat)
    .map((person) => ({
      id: person.attendance,
      name: person.name,
      called: person.called,
      agency: person.agency,
      role: person.role,
      standing: standing(person),
      signs: person.must_sign,
      remark: person.remark ?? '',
      authority: person.authority ?? undefined,
      before: person.authority_before ?? undefined,
      deputyFor: person.deputy_for ?? undefined,
      came: person.stay.presence.length > 0,
    }))
}

/** Whose words are printed beside their name. */
export const hasWords = (seat: Seat) => seat.standing === 'apologies' || seat.standing === 'declined'

export const isHere = (seat: Seat) => ['present', 'accepted', 'to sign', 'signed'].includes(seat.standing)
