import { storage } from '@wxt-dev/storage';
import { browser } from 'wxt/browser';

/** Everything that can be chosen. */
export interface Settings {
  /** Explain codes on the pages where people sign in. */
  signInPages: boolean;
  /** Explain codes in the admin centers and on sites that were turned on. */
  otherPages: boolean;
  /** Show in the toolbar how many codes of a tab need a look. */
  badge: boolean;
  /** Name of the help desk, for the button under an explanation. Empty for no button. */
  supportName: string;
  /** Where that button leads: an https or mailto address. */
  supportUrl: string;
  /** Keep pinned and recently opened codes for the popup, in this browser alone. */
  keepCodes: boolean;
  /** Keep the user's own notes on codes, and show them on our own pages. */
  notes: boolean;
}

/** What the settings are made of. The organization's layer lies over the user's, and is never written into it. */
export interface Layers {
  choices: Partial<Settings>;
  policy: Partial<Settings>;
}

export const DEFAULTS: Readonly<Settings> = {
  signInPages: true,
  otherPages: true,
  badge: true,
  supportName: '',
  supportUrl: '',
  keepCodes: true,
  notes: true,
};

const chosen = storage.defineItem<unknown>('local:settings');
const seenPolicy = storage.defineItem<unknown>('local:seenPolicy');

/** True for an address that the help desk's button may open. */
export function isSupportUrl(address: string): boolean {
  return /^(https:\/\/|mailto:)[^\s<>"]+$/i.test(address);
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** Keeps the known keys whose values have the type of the default. Anything else is dropped. */
export function validSettings(raw: unknown): Partial<Settings> {
  if (!isRecord(raw)) return {};
  const valid = Object.entries(raw).filter(
    ([key, value]) =>
      Object.hasOwn(DEFAULTS, key) &&
      typeof value === typeof DEFAULTS[key as keyof Settings] &&
      (key !== 'supportUrl' || value === '' || isSupportUrl(String(value))),
  );
  return Object.fromEntries(valid);
}

/** What the user chose. Broken storage counts as nothing chosen. */
async function readChoices(): Promise<Partial<Settings>> {
  try {
    return validSettings(await chosen.getValue());
  } catch {
    return {};
  }
}

/** The policy as it was last seen; undefined where none was seen, or where what is kept of it is broken. */
async function readSeenPolicy(): Promise<Partial<Settings> | undefined> {
  try {
    const raw = await seenPolicy.getValue();
    const policy = validSettings(raw);
    const isWhole = isRecord(raw) && Object.keys(policy).length === Object.keys(raw).length;
    return isWhole ? policy : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What the organization decided, from the browser itself, which takes seconds to answer after it starts. The answer is
 * kept for `readLayers`. Firefox rejects the call where there is no policy; that is no error.
 */
export async function askPolicy(): Promise<Partial<Settings>> {
  let policy: Partial<Settings> = {};
  try {
    policy = validSettings(await browser.storage.managed.get());
  } catch {
    // No policy.
  }
  try {
    await seenPolicy.setValue(policy);
  } catch {
    // A full disk only costs the next start its head start.
  }
  return policy;
}

/**
 * Sees the policy whenever the organization changes it, so that `watchSettings` tells of it. Firefox tells of no change:
 * there the policy is seen again with the next reading.
 * @param start Starts a task that nobody waits for.
 */
export function watchPolicy(start: (task: () => Promise<unknown>) => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') start(askPolicy);
  });
}

/**
 * The user's choices and the organization's policy. The policy is the one last seen, so that nobody waits for a browser
 * that is still starting; it is asked for again each time, and the next reading knows. Where none was ever seen, the
 * browser's answer is waited for, however long it takes: a policy that turns Signpost off is never overtaken.
 */
export async function readLayers(): Promise<Layers> {
  const asked = askPolicy();
  const [seen, choices] = await Promise.all([readSeenPolicy(), readChoices()]);
  return { choices, policy: seen ?? (await asked) };
}

/** The settings in force: defaults, over them the user's choices, over them the organization's policy. */
export function inForce({ choices, policy }: Layers): Settings {
  return { ...DEFAULTS, ...choices, ...policy };
}

/** The settings in force now. Never waits for the policy unless none was ever seen (`readLayers`). Never rejects. */
export async function readSettings(): Promise<Settings> {
  return inForce(await readLayers());
}

/**
 * Calls back when the user chose something, or the policy was seen to be another one.
 * @param changed Reads the settings in force itself.
 */
export function watchSettings(changed: () => void): void {
  for (const layer of [chosen, seenPolicy]) layer.watch(changed);
}

let lastSave: Promise<unknown> = Promise.resolve();

/**
 * Saves one choice and leaves all others as they are stored. Saves run one after another, so that none undoes another.
 * @throws Error when the value is none that the setting can have, or the browser could not store it.
 */
export function saveChoice<Key extends keyof Settings>(
  key: Key,
  value: Settings[Key],
): Promise<void> {
  const save = async () => {
    if (!(key in validSettings({ [key]: value })))
      throw new Error(`${key} cannot be ${String(value)}.`);
    const stored = await chosen.getValue();
    await chosen.setValue({ ...(isRecord(stored) && stored), [key]: value });
  };
  const saved = lastSave.then(save);
  lastSave = saved.catch(() => {});
  return saved;
}
