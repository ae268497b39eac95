import { storage } from '@wxt-dev/storage';

/** What is ticked in the checklists of guides: ids of items by the guide's name. Nothing else is kept of a guide. */
type Ticks = Record<string, string[]>;

const kept = storage.defineItem<unknown>('local:ticks');

function validTicks(raw: unknown): Ticks {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).flatMap(([guide, ids]) =>
      Array.isArray(ids) ? [[guide, ids.filter((id) => typeof id === 'string')]] : [],
    ),
  );
}

/** Items of a guide that are ticked. Broken storage counts as nothing ticked. */
export async function readTicks(guide: string): Promise<string[]> {
  try {
    return validTicks(await kept.getValue())[guide] ?? [];
  } catch {
    return [];
  }
}

/** Calls back when the ticks of any guide were changed, here or on another page. @returns A function that ends it. */
export function watchTicks(changed: () => void): () => void {
  return kept.watch(changed);
}

let lastSave: Promise<unknown> = Promise.resolve();

/** Changes the ticks of a guide as they are stored by now. Changes run one after another. */
function change(guide: string, how: (ids: string[]) => string[]): Promise<void> {
  const save = async () => {
    const { [guide]: before = [], ...others } = validTicks(await kept.getValue());
    const ids = how(before);
    await kept.setValue(ids.length ? { ...others, [guide]: ids } : others);
  };
  const saved = lastSave.then(save);
  lastSave = saved.catch(() => {});
  return saved;
}

/**
 * Keeps whether an item of a guide is ticked, and leaves all others as they are: the same guide may be open on another
 * page.
 * @throws Error when the browser could not store it.
 */
export function saveTick(guide: string, id: string, isTicked: boolean): Promise<void> {
  return change(guide, (ids) => [...ids.filter((one) => one !== id), ...(isTicked ? [id] : [])]);
}

/**
 * Forgets all ticks of a guide.
 * @throws Error when the browser could not store it.
 */
export function forgetTicks(guide: string): Promise<void> {
  return change(guide, () => []);
}
