import { isText, walkTexts } from './dom';

/**
 * The text nodes at certain places of a text, or all of them. One walk of the browser over all of them takes no longer
 * than to measure the elements that hold none of the places.
 * @param parts Nodes whose texts, as `textContent` gives them, make up the text one after the other.
 * @param offsets Places in the whole text, ascending; without them, every text node is one.
 * @returns Each text node in which such a place lies, in the order of the text.
 */
export function textsAt(parts: Node[], offsets?: number[]): Text[] {
  const texts: Text[] = [];
  let next = 0;
  let end = 0;
  for (const part of parts) {
    const walker = isText(part) ? null : walkTexts(part);
    let node: Node | null | undefined = walker ? walker.nextNode() : part;
    for (; node && (!offsets || next < offsets.length); node = walker?.nextNode()) {
      end += (node as Text).length;
      if (!offsets || offsets[next]! < end) texts.push(node as Text);
      while (offsets && offsets[next]! < end) next++;
    }
  }
  return texts;
}
