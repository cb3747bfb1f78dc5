import type { Problem } from '../contract/Problem'

/** Whether something thrown is one of ours. */
export function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === 'object' && thrown !== null && 'kind' in thrown
}

/** Whatever was thrown, as a problem: what is not ours is broken. */
export function asProblem(thrown: unknown): Problem {
  return isProblem(thrown) ? thrown : { kind: 'broken', what: 'internal' }
}
