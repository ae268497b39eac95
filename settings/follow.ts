import { storage } from '@wxt-dev/storage';

const kept = storage.defineItem<unknown>('local:panelFollows');

/** Whether the side panel shows the code that somebody looks at on the page beside it. Off until it is asked for. */
export async function readFollows(): Promise<boolean> {
  try {
    return (await kept.getValue()) === true;
  } catch {
    return false;
  }
}

/** @throws Error when the browser could not store it. */
export async function saveFollows(follows: boolean): Promise<void> {
  await kept.setValue(follows);
}
