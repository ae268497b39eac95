/**
 * Saves a text as a file of the user, from one of our own pages.
 * @param type Media type: `text/csv`.
 */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox reads it after the press.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
