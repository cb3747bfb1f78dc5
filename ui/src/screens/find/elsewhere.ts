// Screens and commands that are found wherever the window is.
import type { Kind } from '../../contract/Kind'
import { places } from '../../frame/places'
import { pressThere } from '../../keys/keys'
import { kindName } from '../../words/names'
import { routeTo, type Route } from '../../work/routes'
import type { Work } from '../../work/work.svelte'
import { prepare } from '../meetings/prepare'
import type { Finding } from './view'

export function elsewhere(work: Work): Finding[] {
  const go = (id: string, words: string, about: string, route: Route): Finding => ({ id, words, about, run: () => work.go(route) })
  /** What has a button of its own on another place: there first, and then by its letter. On that place the button itself is found. */
  const there = (id: string, words: string, about: string, route: Route, letter?: string): Finding[] => {
    const run = () => {
      work.go(route)
      if (letter) void pressThere(letter)
    }
    return work.route.at === route.at ? [] : [{ id, words, about, run }]
  }
  const preparing = (kind: Kind, words: string): Finding => ({
    id: `prepare-${kind}`,
    words,
    about: 'command',
    run: () => void prepare(work, kind),
  })
  const live = work.standing?.live_meeting
  const framed = work.route.at !== 'meeting' && work.route.at !== 'ending'
  return [
    ...(live
      ? [
          go('meeting', 'The meeting', 'going on now', { at: 'meeting' }),
          go('updates', 'Take down an update in writing', 'for the meeting going on now', { at: 'updates', meeting: live }),
        ]
      : []),
    ...places.map(({ place, words }, at) => ({ ...go(place, words, 'place', routeTo(place)), keys: framed ? `Alt+${String(at + 1)}` : undefined })),
    go('held', 'What is held, and waits', 'this month', routeTo('this-month')),
    go('officers', 'Designated Officers', 'register', { at: 'registers', tab: 'officers' }),
    go('people', 'Representatives', 'register', { at: 'registers', tab: 'people' }),
    go('matrix', 'Who holds what', 'partnership', { at: 'partnership', tab: 'matrix' }),
    go('texts', 'Agreement and statements', 'partnership', { at: 'partnership', tab: 'texts' }),
    go('clauses', 'What the program cites, clause by clause', 'partnership', { at: 'partnership', tab: 'clauses' }),
    go('versions', 'Versions of the agreement', 'partnership', { at: 'partnership', tab: 'versions' }),
    go('new-case', 'New case', 'command', { at: 'case-form', id: null }),
    go('import', 'Cases from a file', 'command', { at: 'import' }),
    ...there('new-person', 'Add a person', 'command', { at: 'registers', tab: 'people' }, 'n'),
    ...there('new-organisation', 'Add an organisation', 'command', { at: 'partnership', tab: 'organisations' }, 'n'),
    preparing('odoc', `Prepare the next ${kindName.odoc}`),
    preparing('dip_case_review', `Prepare the next ${kindName.dip_case_review}`),
    go('users', 'Who can open the record', 'safekeeping', { at: 'safekeeping' }),
    go('paper-key', 'The paper key', 'safekeeping', { at: 'safekeeping' }),
    ...there('check', 'Check that nothing was altered', 'safekeeping', { at: 'safekeeping' }),
    go('check-code', 'A check code on paper: is it in the log?', 'safekeeping', { at: 'safekeeping' }),
    go('own-words', 'Your own words for spelling', 'safekeeping', { at: 'safekeeping' }),
    ...(work.standing?.practice ? [{ id: 'end-practice', words: 'End the practice', about: 'command', run: () => void work.endPractice() }] : []),
    ...(work.standing?.practice || work.standing?.live_meeting ? [] : [{ id: 'practise', words: 'Start a practice meeting', about: 'command', run: () => void work.practise() }]),
    { id: 'shortcuts', words: 'All shortcuts, to read or to print', about: 'command', keys: 'F1', run: () => (work.listing = true) },
    { id: 'lock', words: 'Lock the record', about: 'command', keys: 'Ctrl+L', run: () => void work.lock() },
  ]
}
