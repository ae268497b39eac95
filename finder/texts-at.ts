import { isText, walkTexts } from './dom';

/**
 * The text nodes at certain places of a text. One walk of the browser over all of them takes no longer than to measure
 * the elements that hold none of the places.
 * @param parts Nodes whose texts, as `textContent` gives them, make up the text one after the other.
 * @param offsets Places in the whole text, ascending.
 * @returns Each text node in which such a place lies, in the order of the text.
 */
export function textsAt(parts: Node[], offsets: number[]): Text[] {
  const texts: Text[] = [];
  let next = 0;
  let end = 0;
  for (const part of parts) {
    const walker = isText(part) ? undefined : walkTexts(part);
    let node = walker ? walker.nextNode() : part;
    for (; node; node = walker ? walker.nextNode() : null) {
      end += (node as Text).length;
      if (offsets[next]! < end) {
        texts.push(node as Text);
        while (offsets[next]! < end) next++;
        if (next === offsets.length) return texts;
      }
    }
  }
  return texts;
}
