// The papers of a meeting that has not begun: what each is for, and who may have it.
import type { PaperName } from '../contract/PaperName'

export const papersBefore: readonly { paper: PaperName; words: string; about: string }[] = [
  { paper: 'agenda', words: 'Agenda', about: 'For everyone who comes. Cases stand in it by reference and initials: nobody has accepted the agreement yet ({agreement_accepted}).' },
  { paper: 'case_list', words: 'Case list', about: 'By name, for Designated Officers only, encrypted or over a secure network ({secure_route}): they look people up before the meeting.' },
  { paper: 'blank_register', words: 'Blank register', about: 'Attendance and acceptance by hand, with the statement to read aloud. For the day when the laptop fails.' },
  { paper: 'blank_declarations', words: 'Blank declarations', about: 'One page for each person who must sign, and two to spare ({declaration_signed}).' },
]
