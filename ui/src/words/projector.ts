// What the projector's page calls a place of the agenda, for people at the back of the room.
import type { PlaceShown } from '../contract/PlaceShown'

export const placeShown: Record<PlaceShown, string> = {
  opening: 'Welcome: the agreement comes first',
  previous_minutes: 'The last minutes',
  matters_arising: 'Actions carried over',
  case: 'The next case',
  any_other_business: 'Any other business',
  closing: 'The next date',
}
