// What is said of a line that is being changed, or has been.

/** While it stands in the capture line. */
export const mendingWords = {
  reword: 'Tidying the words. The old ones stay in the record and are printed nowhere; nobody is told.',
  correct: 'Correcting what was said. The first words stay, struck, with your name and the time; whoever heard them and is not here now is to be told.',
  convert: 'This line will stand in place of the other, where and when that was said: for whoever was in the room then, and not for anybody whom the other left out.',
  put_right: 'Putting right whose it is, of what kind, on what basis or from whom. What it was stays, struck, with your name and the time; whoever heard it so and is not here now is to be told.',
} as const

/** Once it is done. */
export const mendedWords = {
  reword: 'The words are tidied; the old ones stay in the record',
  correct: 'Corrected: the first words stay, struck',
  convert: 'Changed; the record keeps what it was before',
  put_right: 'Put right: what it was stays, struck',
  reassign: 'Who and by when are put right; the record keeps what they were',
  takeBack: 'Taken back; the record keeps that it was there',
} as const

/** What became of somebody's hearing of a line. */
export const heardWords = {
  received: 'becomes a recipient',
  not: 'is no longer a recipient',
  overheard: 'heard it without being entitled to it: no recipient, and kept as an incident',
} as const
