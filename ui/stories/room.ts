import type { Seat } from '../src/screens/opening/view'

const seat = (id: number, name: string, agency: string, standing: Seat['standing'], more: Partial<Seat> = {}): Seat => ({
  id: String(id), name, agency, role: '', standing, signs: false, authority: 'their manager', ...more,
})
export const seats: Seat[] = [
  seat(1, 'Morgan Hale', 'Community Safety', 'accepted', { role: 'chair' }), seat(2, 'Ines Calloway', 'Community Safety', 'accepted', { role: 'minute-taker' }),
  seat(3, 'Robin Achterberg', 'Police', 'accepted'), seat(4, 'Sam Tolley', 'Probation', 'accepted', { authority: undefined }), seat(5, 'ਗੁਰਪ੍ਰੀਤ ਢਿੱਲੋਂ', 'SIAS, The Bridge', 'accepted'),
  seat(6, 'Alex Pemberton', 'Solihull Community Housing', 'signed', { signs: true }), seat(7, 'Nia Llewellyn-Okafor', 'Children’s Services', 'present'), seat(8, 'فاطمہ قریشی', 'Welcome', 'to sign', { signs: true }),
  seat(9, 'Dana Whitlock', 'Adult Mental Health', 'present'), seat(10, 'Casey Voss', 'Aquarius', 'present', { signs: true }), seat(11, 'Jo Sand', 'Harden Housing', 'declined', { signs: true }), seat(12, 'Kit Marchetti', 'YOS', 'present'),
]
export const question = 'Do you accept the agreement, on behalf of your organisation?'
export const statement = [
  'Welcome. We meet to agree joined-up plans for people whose offending harms others and themselves, and we share information about them only for that.',
  'What is said here is confidential. Share what your organisation holds, what is relevant and no more; say whether it is a fact or a professional judgement; and pass nothing on without the permission of whoever it came from.',
  'Everything shared, and with whom, is written down and becomes part of the signed minutes.',
]
export const declaration = [
  'I have read the agreement shown to everyone today, version 1.2, and the chair has answered my questions about it and about the law behind it.',
  'What I hear, I use only for the purposes of this meeting, and keep as safely as my organisation’s most sensitive records.',
  'I pass nothing on without the permission of the agency it came from, or of the person it is about.',
  'What I share is my organisation’s view, given with its authority. Where I give a professional judgement, I say so.',
  'If something goes wrong with it, I tell the chair the same day.',
]
