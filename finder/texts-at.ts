import { textsIn } from './dom';

/**
 * The text nodes at certain places of a text. One walk of the browser over all of them takes no longer than to measure
 * the elements that hold none of the places.
 * @param parts Nodes whose texts, as `textContent` gives them, make up the text one after the other.
 * @param offsets Places in the whole text, ascending.
 * @returns Each text node in which such a place lies, in the order of the text.
 */
export function textsAt(parts: Node[], offsets: number[]): Text[] {
  let next = 0;
  let end = 0;
  return parts.flatMap(textsIn).filter((node) => {
    end += node.length;
    const isAt = offsets[next]! < end;
    while (offsets[next]! < end) next++;
    return isAt;
  });
}
