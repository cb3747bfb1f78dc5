import type { Kind } from '../../contract/Kind'
import { meetingName } from '../../words/names'
import type { Work } from '../../work/work.svelte'

/** Prepares the next meeting of a kind and goes to its plan; until anything is done there, one key takes it back whole. */
export async function prepare(work: Work, kind: Kind): Promise<void> {
  const plan = await work.attempt(() => work.ask('prepare_meeting', { kind }))
  if (!plan) return
  work.go({ at: 'plan', meeting: plan.meeting.id })
  if (plan.prepared === null) return
  work.sayKept<{ last: number | null }>(`${meetingName(plan.meeting)} is prepared`, { last: plan.prepared }, () => {
    work.go({ at: 'meetings' })
    return work.attempt(() => work.ask('meetings', {}))
  })
}
