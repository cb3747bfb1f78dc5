// What the log has of a code that somebody typed off paper.
import type { CodeView } from '../contract/CodeView'
import { list } from './counting'
import { fullDay } from './dates'

const were = (entries: readonly number[]) => `${entries.length === 1 ? 'entry' : 'entries'} ${list(entries.map(String))} ${entries.length === 1 ? 'was' : 'were'} altered`

export function codeWords(of: CodeView): { tone: 'good' | 'warn' | 'bad'; words: string } {
  if (of.found === 'nowhere') {
    const altered = of.faults.length ? ` And the log is not whole: ${were(of.faults)}.` : ''
    return {
      tone: 'bad',
      words: `The log has no such code. Compare it with the paper once more. If it is typed as it is printed, the paper is from another record or from a later state of this one, or what was done before it was printed has been altered since.${altered}`,
    }
  }
  const there = `The log has this code. It is that of entry ${String(of.entry)}, written on ${fullDay(of.written)}`
  if (of.faults.length) return { tone: 'bad', words: `${there}; but up to there ${were(of.faults)}. Fetch the record from the backup.` }
  const whole = `${there}, and nothing up to there was altered.`
  return of.later_faults.length ? { tone: 'warn', words: `${whole} Since then ${were(of.later_faults)}. Fetch the record from the backup.` } : { tone: 'good', words: whole }
}
