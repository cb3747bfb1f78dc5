/** Shows the view that a command answers with once it is kept, and hands it on. */
export async function kept<View>(ask: Promise<View>, show: (next: View) => void): Promise<View> {
  const next = await ask
  show(next)
  return next
}
