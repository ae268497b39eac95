/** Puts text on the clipboard of one of our own pages. Answers false where the browser does not allow it. */
export const copyText = (text: Promise<string>): Promise<boolean> =>
  text
    .then((gathered) => navigator.clipboard.writeText(gathered))
    .then(
      () => true,
      () => false,
    );
