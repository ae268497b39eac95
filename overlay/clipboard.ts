/**
 * Puts text on the clipboard. A frame without the right to use the asynchronous clipboard falls back to a copy command,
 * for which the page sees no more than that something was copied.
 * @returns false where neither way is allowed.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const put = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('copy', put, { capture: true, once: true });
    const isCopied = document.execCommand('copy');
    removeEventListener('copy', put, { capture: true });
    return isCopied;
  }
}
