// Why something stands against a line, as a chair would say it: what is on file and does not do, or what the line leaves open.
import type { WhyView } from '../contract/WhyView'
import { list } from './counting'
import { fullDay } from './dates'

/** One reason, as a short sentence without its full stop. */
export function reason(why: WhyView): string {
  switch (why.why) {
    case 'wrong_manager':
      return why.other_service ? `${why.name} manages another service` : `${why.name}, ${why.role}, cannot authorise that far`
    case 'consent_ended':
      return `Consent ${why.withdrawn ? 'was withdrawn' : 'ran out'}${why.on ? ` on ${fullDay(why.on)}` : ''}`
    case 'consent_not_explicit':
      return 'The consent on file is not explicit'
    case 'consent_for_another_use':
      return `The consent on file is ${list(why.uses)}, not ${why.this}`
    case 'stopped_by':
      return `${why.by} upheld it on ${fullDay(why.on)}`
    case 'which_victim':
      return `Several victims have been asked: write in the line whose details these are, ${list(why.names, 'or')}`
    case 'of_somebody_else':
      return 'It speaks of somebody else, and nothing on file is their consent'
    case 'which_owner':
      return `It may be from ${list(why.names, 'or')}`
  }
}
