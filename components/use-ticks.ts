import { useEffect, useState } from 'preact/hooks';

/** Where the ticks of a guide are kept in this browser. */
export interface TickStore {
  /** Ids of the items that are ticked. */
  read: (guide: string) => Promise<string[]>;
  /** Rejects where the browser could not store it. */
  save: (guide: string, id: string, isTicked: boolean) => Promise<void>;
  /** Forgets all of a guide. Rejects where the browser could not store it. */
  forget: (guide: string) => Promise<void>;
}

/** What somebody ticked or unticked by hand, by the item's id. What a pasted text ticks is not in it. */
export interface Ticks {
  byHand: ReadonlyMap<string, boolean>;
  set: (id: string, isTicked: boolean) => void;
  clear: () => void;
  /** The last change could not be stored. It holds while the page is open. */
  isNotKept: boolean;
}

/** The ticks of one guide, as they were kept and as they are changed. */
export function useTicks(guide: string, { read, save, forget }: TickStore): Ticks {
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isNotKept, setNotKept] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    read(guide).then(
      // What was changed before the answer came is newer.
      (ids) =>
        isCurrent && setByHand((now) => new Map([...ids.map((id) => [id, true] as const), ...now])),
      () => {},
    );
    return () => {
      isCurrent = false;
    };
  }, [guide]);
  const change = (next: ReadonlyMap<string, boolean>, saving: Promise<void>) => {
    setByHand(next);
    saving.then(
      () => setNotKept(false),
      () => setNotKept(true),
    );
  };
  return {
    byHand,
    set: (id, isTicked) => change(new Map([...byHand, [id, isTicked]]), save(guide, id, isTicked)),
    clear: () => change(new Map(), forget(guide)),
    isNotKept,
  };
}
