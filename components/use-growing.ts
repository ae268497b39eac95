import { options } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Draws what a change leads to before it returns; otherwise Preact waits for the end of the task. */
function drawNow(change: () => void): void {
  const { debounceRendering } = options;
  options.debounceRendering = (draw) => draw();
  change();
  if (debounceRendering) options.debounceRendering = debounceRendering;
  else delete options.debounceRendering;
}

/**
 * Draws a long list piece by piece, each in a task of its own, so that none holds the page up; all of it before it is
 * printed. A tab that nobody sees draws it at once: the browser runs its timers once a second.
 *
 * @param list What is drawn. Another one begins with its first piece.
 * @param pieces How many pieces it has.
 * @param wasWhole Set once a list is whole. The browser leads who comes back to the place where they left it only if that
 *   is there at once.
 * @returns How many of them are to be drawn now.
 */
export function useGrowing(list: object, pieces: number, wasWhole: { current: boolean }): number {
  const first = document.hidden ? pieces : 1;
  const [grown, setGrown] = useState({ list, drawn: wasWhole.current ? pieces : first });
  const drawn = grown.list === list ? grown.drawn : first;
  const isWhole = drawn >= pieces;
  useLayoutEffect(() => {
    if (isWhole) {
      wasWhole.current = true;
      return;
    }
    const timer = setTimeout(() => setGrown({ list, drawn: document.hidden ? pieces : drawn + 1 }));
    return () => clearTimeout(timer);
  }, [list, drawn, isWhole, pieces]);
  // Before any effect that prints the list.
  useLayoutEffect(() => {
    const drawAll = () => drawNow(() => setGrown({ list, drawn: pieces }));
    addEventListener('beforeprint', drawAll);
    return () => removeEventListener('beforeprint', drawAll);
  }, [list, pieces]);
  return Math.min(drawn, pieces);
}
