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

let lastSave: Promise<unknown> = Promise.resolve();

/**
 * Keeps what is ticked in a guide, and leaves those of other guides as they are. Saves run one after another.
 * @param ids Ids of the items; none forgets the guide.
 * @throws Error when the browser could not store it.
 */
export function saveTicks(guide: string, ids: string[]): Promise<void> {
  const save = async () => {
    const { [guide]: _, ...others } = validTicks(await kept.getValue());
    await kept.setValue(ids.length ? { ...others, [guide]: ids } : others);
  };
  const saved = lastSave.then(save);
  lastSave = saved.catch(() => {});
  return saved;
}
