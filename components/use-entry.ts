import { useEffect, useState } from 'preact/hooks';
import type { Code } from '../detection/code';
import type { Entry } from '../lookup/entry';

/** An entry that is being loaded, was loaded (or is not known), or could not be loaded. */
export type Loading<Content> =
  { state: 'loading' } | { state: 'loaded'; content: Content } | { state: 'failed' };

/** Loads again whenever the key changes; an answer that comes late is dropped. */
export function useLoaded<Content>(load: () => Promise<Content>, key: unknown): Loading<Content> {
  const [loading, setLoading] = useState<Loading<Content> & { key?: unknown }>({
    state: 'loading',
  });
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (content) => isCurrent && setLoading({ state: 'loaded', content, key }),
      () => isCurrent && setLoading({ state: 'failed', key }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return loading.key === key ? loading : { state: 'loading' };
}

/** The entry of a code. */
export type LoadEntry = (code: Code) => Promise<Entry | undefined>;
