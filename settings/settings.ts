import { storage } from '@wxt-dev/storage';
import { browser } from 'wxt/browser';

/** Everything that can be chosen. */
export interface Settings {
  /** Explain codes on the pages where people sign in. */
  signInPages: boolean;
  /** Explain codes in the admin centers and on sites that were turned on. */
  otherPages: boolean;
  /** Name of the help desk, for the button under an explanation. Empty for no button. */
  supportName: string;
  /** Where that button leads: an https or mailto address. */
  supportUrl: string;
}

export const DEFAULTS: Readonly<Settings> = {
  signInPages: true,
  otherPages: true,
  supportName: '',
  supportUrl: '',
};

const chosen = storage.defineItem<Partial<Settings>>('local:settings', { fallback: {} });

/** True for an address that the help desk's button may open. */
export function isSupportUrl(address: string): boolean {
  return /^(https:\/\/|mailto:)[^\s<>"]+$/i.test(address);
}

/** Keeps the known keys whose values have the type of the default. Anything else is dropped. */
export function validSettings(raw: unknown): Partial<Settings> {
  if (typeof raw !== 'object' || raw === null) return {};
  const valid = Object.entries(raw).filter(
    ([key, value]) =>
      Object.hasOwn(DEFAULTS, key) &&
      typeof value === typeof DEFAULTS[key as keyof Settings] &&
      (key !== 'supportUrl' || value === '' || isSupportUrl(String(value))),
  );
  return Object.fromEntries(valid);
}

/** What the organization decided. Firefox rejects the call where there is no policy; that is no error. */
export async function readPolicy(): Promise<Partial<Settings>> {
  try {
    return validSettings(await browser.storage.managed.get());
  } catch {
    return {};
  }
}

/** What the user chose. Broken storage counts as nothing chosen. */
async function readChoices(): Promise<Partial<Settings>> {
  try {
    return validSettings(await chosen.getValue());
  } catch {
    return {};
  }
}

/** The settings in force: defaults, over them the user's choices, over them the organization's policy. */
export async function readSettings(): Promise<Settings> {
  const [policy, choices] = await Promise.all([readPolicy(), readChoices()]);
  return { ...DEFAULTS, ...choices, ...policy };
}

/** Saves what differs from the defaults. */
export async function saveChoices(settings: Settings): Promise<void> {
  const differing = Object.entries(validSettings(settings)).filter(
    ([key, value]) => value !== DEFAULTS[key as keyof Settings],
  );
  await chosen.setValue(Object.fromEntries(differing));
}
