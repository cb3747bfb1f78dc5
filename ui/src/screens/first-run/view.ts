// What the first run asks for, before any record exists.

export interface NewUser {
  name: string
  passphrase: string
  again: string
}

export interface NewRecord {
  name: string
  chair: NewUser
  minuteTaker: NewUser
  start: 'sample' | 'empty'
}

export const emptyRecord = (): NewRecord => ({
  name: '',
  chair: { name: '', passphrase: '', again: '' },
  minuteTaker: { name: '', passphrase: '', again: '' },
  start: 'sample',
})
