/** A frame of either driver. */
interface AnyFrame {
  evaluate(run: () => string[]): Promise<string[]>;
}

async function fromEvery(frames: AnyFrame[], run: () => string[]): Promise<string[]> {
  // A frame that goes away while it is asked has nothing.
  const texts = await Promise.all(frames.map((frame) => frame.evaluate(run).catch(() => [])));
  return texts.flat().filter(Boolean);
}

/** Texts under the ranges of our highlights. A range whose text went away counts as none. */
export function markedIn(frames: AnyFrame[]): Promise<string[]> {
  return fromEvery(frames, () =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('signpost'))
      .flatMap(([, highlight]) => [...highlight].map(String)),
  );
}

/** The same with the weight of the highlight before each: `look 53003`. */
export function weighedIn(frames: AnyFrame[]): Promise<string[]> {
  return fromEvery(frames, () =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('signpost'))
      .flatMap(([name, highlight]) =>
        [...highlight].map(
          (range) => `${name.slice(9) || 'unknown'} ${(range as Range).toString()}`,
        ),
      ),
  );
}

/** Codes of the notes. */
export function notedIn(frames: AnyFrame[]): Promise<string[]> {
  return fromEvery(frames, () =>
    [...document.querySelectorAll<HTMLElement>('signpost-note[data-code]')].map(
      (note) => note.dataset.code ?? '',
    ),
  );
}
