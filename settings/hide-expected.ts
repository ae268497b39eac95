import { storage } from '@wxt-dev/storage';

const hidden = storage.defineItem<unknown>('local:hideExpected');

/** Whether the popup's list of a page leaves out the codes that need no action. Broken storage counts as no. */
export async function readHideExpected(): Promise<boolean> {
  try {
    return (await hidden.getValue()) === true;
  } catch {
    return false;
  }
}

/** @throws Error when the browser could not store it. */
export function saveHideExpected(isHidden: boolean): Promise<void> {
  return hidden.setValue(isHidden);
}
