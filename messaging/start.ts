/**
 * Starts a task whose end nobody waits for. It runs at once, so that a click still counts as one for
 * `permissions.request`. A failure, thrown or rejected, is said in the console of the extension and goes no further.
 * @param where What is done, for the message: "menus after an update".
 * @param task Runs now; may return a promise.
 */
export function start(where: string, task: () => unknown): void {
  const fail = (error: unknown) => console.error(`Signpost, ${where}:`, error);
  try {
    Promise.resolve(task()).catch(fail);
  } catch (error) {
    fail(error);
  }
}
