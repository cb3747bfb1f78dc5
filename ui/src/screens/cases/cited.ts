import type { FieldGroup } from './view'

/** The same fields, with the rules that their hints name as the agreement numbers them. */
export function cited(groups: readonly FieldGroup[], cite: (words: string) => string): FieldGroup[] {
  const hinted = <Hinted extends { hint?: string }>(each: Hinted): Hinted => (each.hint ? { ...each, hint: cite(each.hint) } : each)
  return groups.map((group) => ({ ...hinted(group), fields: group.fields.map(hinted) }))
}
