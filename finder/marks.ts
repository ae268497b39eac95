/** Name of our highlight in the registry of the document. Its look is in public/marks.css. */
const NAME = 'signpost';

/**
 * Underlines ranges through the CSS Custom Highlight API, which leaves the nodes of the page as they are.
 * Where the browser has no such API (Firefox before 140), nothing is underlined and all else works.
 */
export function createMarks(): {
  add(range: Range): void;
  remove(range: Range): void;
  clear(): void;
} {
  let highlight: Highlight | undefined;
  return {
    add(range) {
      if (typeof Highlight === 'undefined') return;
      if (!highlight) CSS.highlights.set(NAME, (highlight = new Highlight()));
      highlight.add(range);
    },
    remove(range) {
      highlight?.delete(range);
    },
    clear() {
      if (highlight) CSS.highlights.delete(NAME);
      highlight = undefined;
    },
  };
}
