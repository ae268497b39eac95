import { useLayoutEffect, useState } from 'preact/hooks';
import { LONGEST_PASTE } from '../diagnosis/longest-paste';
import { encodingOf, isArchive } from '../log/text-encoding';
import { i18n } from './i18n';

/**
 * A file as text.
 * @throws Error where it cannot be read, is no text, or is empty.
 */
export async function textOfFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, LONGEST_PASTE * 2).arrayBuffer());
  const encoding = encodingOf(bytes);
  if (!encoding || !bytes.length) throw new Error('The file is no text.');
  return new TextDecoder(encoding).decode(bytes);
}

/** @returns What is said of a file that holds no text that can be read. */
export async function noTextOf(file: File): Promise<string> {
  const bytes = await file
    .slice(0, 4)
    .arrayBuffer()
    .catch(() => new ArrayBuffer());
  return isArchive(new Uint8Array(bytes))
    ? i18n.t('log.refused.archive', [file.name])
    : i18n.t('findings.notRead', [file.name]);
}

/** Whether a text is dragged over a box that somebody writes in: it belongs there. */
function isForBox({ dataTransfer, target }: DragEvent): boolean {
  return target instanceof HTMLTextAreaElement && !dataTransfer?.types.includes('Files');
}

/**
 * Takes files and texts that are dropped anywhere on one of our own pages.
 *
 * @param onText Called with a text.
 * @param onFile Called with the first file, and how many were dropped.
 * @returns Whether something that can be dropped is held over the page.
 */
export function useDroppedFile(
  onText: (text: string) => void,
  onFile: (file: File, count: number) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  // As soon as the page is drawn: the browser opens a file that is dropped before.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener(
      'dragover',
      (event) => {
        if (isForBox(event)) return setOver(false);
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    addEventListener('dragleave', (event) => event.relatedTarget || setOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        if (isForBox(event)) return;
        // Without this the browser would leave our page and open the file.
        event.preventDefault();
        setOver(false);
        const files = event.dataTransfer?.files;
        const file = files?.[0];
        const text = event.dataTransfer?.getData('text/plain');
        if (file) onFile(file, files.length);
        else if (text) onText(text);
      },
      { signal },
    );
    return () => listening.abort();
  }, [onText, onFile]);
  return isOver;
}
