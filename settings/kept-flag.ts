import { storage } from '@wxt-dev/storage';

/** A choice that is kept in this browser, and is no until somebody makes it. */
export interface KeptFlag {
  /** Broken storage counts as no. */
  read: () => Promise<boolean>;
  /** @throws Error when the browser could not store it. */
  save: (isOn: boolean) => Promise<void>;
}

function keptFlag(key: `local:${string}`): KeptFlag {
  const kept = storage.defineItem<unknown>(key);
  return {
    read: async () => {
      try {
        return (await kept.getValue()) === true;
      } catch {
        return false;
      }
    },
    save: (isOn) => kept.setValue(isOn),
  };
}

/** Whether the side panel shows the code that somebody looks at on the page beside it. */
export const panelFollows = keptFlag('local:panelFollows');

/** Whether the popup's list of a page leaves out the codes that need no action. */
export const hidesExpected = keptFlag('local:hideExpected');
