/**
 * Does one thing after another, each when the browser has nothing else to do.
 * @returns What ends it.
 */
export function whenIdle(pieces: readonly (() => void)[]): () => void {
  let left = pieces;
  let waiting = 0;
  const next = () => {
    const [first, ...others] = left;
    left = others;
    first?.();
    if (others.length) waiting = requestIdleCallback(next);
  };
  waiting = requestIdleCallback(next);
  return () => cancelIdleCallback(waiting);
}
