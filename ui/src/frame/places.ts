// The places of the work window, in the order in which a month uses them.

export const places = [
  { place: 'this-month', words: 'This month' },
  { place: 'meetings', words: 'Meetings' },
  { place: 'cases', words: 'Cases' },
  { place: 'actions', words: 'Actions' },
  { place: 'registers', words: 'Registers' },
  { place: 'documents', words: 'Documents' },
  { place: 'partnership', words: 'Partnership' },
  { place: 'safekeeping', words: 'Safekeeping' },
] as const

export type Place = (typeof places)[number]['place']
