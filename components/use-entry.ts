import { useEffect, useState } from 'preact/hooks';
import type { Code } from '../detection/code';
import type { Entry } from '../lookup/entry';

/** Something that is being loaded, was loaded, or could not be loaded and can be tried again. */
export type Loading<Content> =
  | { state: 'loading' }
  | { state: 'loaded'; content: Content }
  | { state: 'failed'; retry: () => void };

/** Loads again whenever the key changes; an answer that comes late is dropped. */
export function useLoaded<Content>(load: () => Promise<Content>, key: unknown): Loading<Content> {
  const [attempt, setAttempt] = useState(0);
  const [loading, setLoading] = useState<Loading<Content> & { of?: string }>({ state: 'loading' });
  const of = `${attempt} ${String(key)}`;
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (content) => isCurrent && setLoading({ state: 'loaded', content, of }),
      () =>
        isCurrent &&
        setLoading({ state: 'failed', retry: () => setAttempt((last) => last + 1), of }),
    );
    return () => {
      isCurrent = false;
    };
  }, [of]);
  return loading.of === of ? loading : { state: 'loading' };
}

/** The entry of a code; undefined where nothing is known of it. */
export type LoadEntry = (code: Code) => Promise<Entry | undefined>;
