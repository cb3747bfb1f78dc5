// Names as a hurried hand types them on a British keyboard.

/** The letters that are no plain one with a mark on it. */
const plain: Record<string, string> = { æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss' }

/** Lower case, without accents, apostrophes and full stops: “obrien” finds O’Brien and “llyr” finds Llŷr. */
const folded = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .replace(/[æœøłđıß]/g, (letter) => plain[letter] ?? letter)

/** Whether each part of what was typed stands somewhere in the words. */
export function holds(words: string, typed: string): boolean {
  const within = folded(words)
  return folded(typed)
    .split(/\s+/)
    .every((part) => within.includes(part))
}

/** Whether the words begin as was typed. */
export const beginsAs = (words: string, typed: string) => folded(words).startsWith(folded(typed))
