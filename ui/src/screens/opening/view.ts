// The opening: who is here, the statement, and each person's acceptance (§4.1), before anything personal opens.

export type Standing = 'expected' | 'apologies' | 'present' | 'accepted' | 'to sign' | 'signed' | 'declined' | 'left'

export interface Seat {
  id: string
  name: string
  agency: string
  role: string
  standing: Standing
  /** Whether this meeting asks this person for a signed declaration. */
  signs: boolean
  /** Who gave the explicit authority to share, when it has been said (§4.3). */
  authority?: string
  /** Whether the chair has yet to confirm a signed declaration. */
  toConfirm?: boolean
}

export interface OrganisationChoice {
  value: string
  words: string
  group?: string
}

export interface NewFace {
  name: string
  team: string
  role: 'Representative' | 'Observer'
}

export type OpeningStep = 'register' | 'statement' | 'acceptance'

/** The key that is each person's own, in seat order: figures, then letters. */
export const seatKey = (at: number) => '123456789abcdefghijklmnopqrstuvwxyz'.charAt(at)
