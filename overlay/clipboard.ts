/**
 * Puts text on the clipboard. There is no second way where the browser does not allow this one: a copy command goes
 * through the page, which can put another text in its place.
 * @param text May still be gathered: the browser is asked at once, while the press counts as one.
 * @returns false where it is not allowed; the text is then shown, to be copied by hand.
 */
export function copyText(text: Promise<string>): Promise<boolean> {
  const blob = text.then((gathered) => new Blob([gathered], { type: 'text/plain' }));
  // Where the browser refuses, nobody waits for it.
  blob.catch(() => {});
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]).then(
    () => true,
    () => false,
  );
}
