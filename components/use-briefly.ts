import { useEffect, useState } from 'preact/hooks';

/** How long "Copied" or "Saved" stands, in milliseconds. */
const BRIEFLY = 2000;

/**
 * A value that goes by itself after two seconds, for feedback on what was just done.
 * @returns The value, undefined most of the time, and the function that sets it. Setting it again starts the time anew.
 */
export function useBriefly<Value>(): [Value | undefined, (value: Value | undefined) => void] {
  const [shown, show] = useState<{ value: Value | undefined }>();
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => show(undefined), BRIEFLY);
    return () => clearTimeout(timer);
  }, [shown]);
  return [shown?.value, (value) => show({ value })];
}
