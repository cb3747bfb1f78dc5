// The register of people: why two entries may be one person.
import type { NamesakeView } from '../contract/NamesakeView'

export const namesakeWords: Record<NamesakeView, string> = {
  same_name: 'The same name',
  initial: 'The same agency and surname; one has only the first letter of a forename',
  one_letter: 'The same agency, and one letter apart',
}
