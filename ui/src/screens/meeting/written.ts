import type { WrittenRow } from '../../contract/WrittenRow'
import type { Live } from './live.svelte'

/** What an agency wrote is weighed for whoever is in the room now, and stands as its line. */
export async function putUpdate(live: Live, row: WrittenRow): Promise<boolean> {
  if (!(await live.do('put_update', { update: row.update }))) return false
  const last = live.ticked()
  const held = last?.sort === 'item' && last.held
  live.work.say(held ? `What ${row.agency} wrote is held: nobody has it yet` : `What ${row.agency} wrote is put through`, () => void live.undo())
  return true
}

export async function setUpdateAside(live: Live, update: string): Promise<boolean> {
  const note = `aside ${update}`
  if (!(await live.do('set_update_aside', { update, reason: live.capture.notes.read(note) }))) return false
  live.capture.notes.forget(note)
  live.work.say('Set aside; the minutes say why', () => void live.do('let_update_wait', { update }))
  return true
}
