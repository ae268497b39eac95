import { useEffect, useRef, useState } from 'preact/hooks';

/** Where the ticks of a guide are kept in this browser. */
export interface TickStore {
  /** Ids of the items that are ticked. */
  read: (guide: string) => Promise<string[]>;
  /** Rejects where the browser could not store it. */
  save: (guide: string, id: string, isTicked: boolean) => Promise<void>;
  /** Forgets all of a guide. Rejects where the browser could not store it. */
  forget: (guide: string) => Promise<void>;
  /** Calls back when any ticks were changed, here or on another page. Returns a function that ends it. */
  watch: (changed: () => void) => () => void;
}

/** What somebody ticked or unticked by hand, by the item's id. What a pasted text ticks is not in it. */
export interface Ticks {
  byHand: ReadonlyMap<string, boolean>;
  set: (id: string, isTicked: boolean) => void;
  clear: () => void;
  /** The last change could not be stored. It holds while the page is open. */
  isNotKept: boolean;
}

/** The ticks of one guide, as they were kept and as they are changed, here or where the guide is open as well. */
export function useTicks(guide: string, { read, save, forget, watch }: TickStore): Ticks {
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [isNotKept, setNotKept] = useState(false);
  // What was changed here and is not stored, yet or at all: it is newer than what is.
  const unsaved = useRef(new Map<string, boolean>());
  useEffect(() => {
    let isCurrent = true;
    const know = (ids: string[]) =>
      setByHand((now) => {
        // What was unticked here stays so, whatever a pasted text says of it.
        const unticked = [...now].filter(([, isTicked]) => !isTicked);
        const ticked = ids.map((id) => [id, true] as const);
        return new Map([...unticked, ...ticked, ...unsaved.current]);
      });
    const reload = () => {
      read(guide).then(
        (ids) => isCurrent && know(ids),
        () => {},
      );
    };
    reload();
    const end = watch(reload);
    return () => {
      isCurrent = false;
      end();
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
    set: (id, isTicked) => {
      unsaved.current.set(id, isTicked);
      const saving = save(guide, id, isTicked).then(() => {
        if (unsaved.current.get(id) === isTicked) unsaved.current.delete(id);
      });
      change(new Map([...byHand, [id, isTicked]]), saving);
    },
    clear: () => {
      unsaved.current.clear();
      change(new Map(), forget(guide));
    },
    isNotKept,
  };
}
