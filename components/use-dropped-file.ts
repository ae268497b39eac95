import { useLayoutEffect, useState } from 'preact/hooks';
import { LONGEST_PASTE } from '../diagnosis/longest-paste';

/** A file as text: UTF-8, or UTF-16 where its first bytes say so, as PowerShell's `>` writes it. */
export async function textOfFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, LONGEST_PASTE * 2).arrayBuffer());
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Takes files and texts that are dropped anywhere on one of our own pages.
 *
 * @param onText Called with a text.
 * @param onFile Called with a file.
 * @returns Whether something that can be dropped is held over the page.
 */
export function useDroppedFile(
  onText: (text: string) => void,
  onFile: (file: File) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  // As soon as the page is drawn: the browser opens a file that is dropped before.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener(
      'dragover',
      (event) => {
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    addEventListener('dragleave', (event) => event.relatedTarget || setOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        // Without this the browser would leave our page and open the file.
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        const text = event.dataTransfer?.getData('text/plain');
        if (file) onFile(file);
        else if (text) onText(text);
      },
      { signal },
    );
    return () => listening.abort();
  }, [onText, onFile]);
  return isOver;
}
