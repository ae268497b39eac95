import { storage } from '@wxt-dev/storage';
import { readSettings } from './settings';

/** Most codes that are remembered because they were opened. */
const MOST_RECENT = 8;

/** Most codes that can be pinned. */
export const MOST_PINNED = 20;

/** Codes that stand in the popup before anything is asked. Nothing else of what was looked up is kept. */
export interface KeptCodes {
  /** The latest first. */
  recent: string[];
  /** In the order in which they were pinned. */
  pinned: string[];
}

const NOTHING_KEPT: KeptCodes = { recent: [], pinned: [] };

const kept = storage.defineItem<unknown>('local:keptCodes');

function validCodes(raw: unknown, most: number): string[] {
  const codes = Array.isArray(raw) ? raw.filter((one) => typeof one === 'string') : [];
  return [...new Set(codes)].slice(0, most);
}

/** What is kept. Broken storage counts as nothing kept. */
export async function readKeptCodes(): Promise<KeptCodes> {
  try {
    const raw = (await kept.getValue()) as Partial<Record<keyof KeptCodes, unknown>> | null;
    return {
      recent: validCodes(raw?.recent, MOST_RECENT),
      pinned: validCodes(raw?.pinned, MOST_PINNED),
    };
  } catch {
    return NOTHING_KEPT;
  }
}

let lastSave: Promise<unknown> = Promise.resolve();

/** Changes run one after another, so that none undoes another. */
function change(how: (before: KeptCodes) => KeptCodes | null): Promise<KeptCodes> {
  const save = async () => {
    const after = how(await readKeptCodes());
    if (!after) await kept.removeValue();
    else await kept.setValue(after);
    return after ?? NOTHING_KEPT;
  };
  const saved = lastSave.then(save);
  lastSave = saved.catch(() => {});
  return saved;
}

/**
 * Remembers that a code was opened.
 * @returns What is kept afterwards.
 * @throws Error when the browser could not store it.
 */
export function rememberCode(code: string): Promise<KeptCodes> {
  return change(({ recent, pinned }) => ({
    recent: [code, ...recent.filter((one) => one !== code)].slice(0, MOST_RECENT),
    pinned,
  }));
}

/**
 * Pins a code, or lets it go; it then stands among the recent ones.
 * @returns What is kept afterwards. A code too many is not pinned.
 * @throws Error when the browser could not store it.
 */
export function pinCode(code: string, isPinned: boolean): Promise<KeptCodes> {
  return change(({ recent, pinned }) => {
    const others = pinned.filter((one) => one !== code);
    return isPinned
      ? { recent, pinned: [...others, code].slice(0, MOST_PINNED) }
      : { recent: [...new Set([code, ...recent])].slice(0, MOST_RECENT), pinned: others };
  });
}

/**
 * Forgets all of it.
 * @throws Error when the browser could not remove it.
 */
export function forgetCodes(): Promise<KeptCodes> {
  return change(() => null);
}

/**
 * Forgets all of it where codes are no longer kept.
 * @throws Error when the browser could not remove it.
 */
export async function leaveKeptCodes(): Promise<void> {
  if (!(await readSettings()).keepCodes) await forgetCodes();
}
