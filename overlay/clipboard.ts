/**
 * Puts text on the clipboard. There is no second way where the browser does not allow this one: a copy command goes
 * through the page, which can put another text in its place.
 * @returns false where it is not allowed; the text is then shown, to be copied by hand.
 */
export function copyText(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
