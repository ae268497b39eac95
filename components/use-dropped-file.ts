import { useEffect, useState } from 'preact/hooks';
import { LONGEST_PASTE } from '../diagnosis/read-paste';
import { start } from '../messaging/start';

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
 * @param onText Called with the text and the file's name.
 * @param onFailure Called with the name of a file that could not be read.
 * @returns Whether something that can be dropped is held over the page.
 */
export function useDroppedFile(
  onText: (text: string) => void,
  onFailure: (name: string) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
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
        if (file)
          start('reading a dropped file', () =>
            textOfFile(file).then(onText, () => onFailure(file.name)),
          );
        else if (text) onText(text);
      },
      { signal },
    );
    return () => listening.abort();
  }, [onText, onFailure]);
  return isOver;
}
