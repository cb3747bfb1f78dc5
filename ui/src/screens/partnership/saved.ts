import { asProblem } from '../../desk/problem'
import type { Work } from '../../work/work.svelte'

/** Saves the agreement as a file, in the version named or the one in force, and says where it is. */
export async function saved(work: Work, version: string | null): Promise<void> {
  try {
    const kept = await work.ask('save_pack', { version })
    work.say(`${kept.files[0]?.name ?? 'The agreement'} is saved in ${kept.folder}`)
  } catch (thrown) {
    const problem = asProblem(thrown)
    // Nobody chose a folder: nothing happened, and nothing has to be said.
    if (problem.kind !== 'broken' || problem.what !== 'cancelled') throw problem
  }
}
