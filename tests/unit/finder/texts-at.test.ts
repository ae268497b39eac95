// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsAt } from '../../../finder/texts-at';

/** A tree of elements, texts and comments; a number stands for a text of that length. */
type Tree = number | 'comment' | Tree[];

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    fc.integer({ min: 0, max: 9 }),
    fc.constant('comment' as const),
    fc.array(tie('tree'), { maxLength: 5 }),
  ),
}));

function draw(parent: Node, shape: Tree): Node {
  const node =
    typeof shape === 'number'
      ? document.createTextNode('x'.repeat(shape))
      : shape === 'comment'
        ? document.createComment('a comment is no text')
        : document.createElement('div');
  if (Array.isArray(shape)) for (const one of shape) draw(node, one);
  return parent.appendChild(node);
}

/** Every text node below some nodes, with its place in their text. */
function placesIn(parts: Node[]): { node: Text; start: number; end: number }[] {
  let end = 0;
  return parts.flatMap((part) => {
    const texts: Text[] = [];
    const walk = (node: Node) => {
      if (node.nodeType === Node.TEXT_NODE) texts.push(node as Text);
      node.childNodes.forEach(walk);
    };
    walk(part);
    return texts.map((node) => ({ node, start: end, end: (end += node.length) }));
  });
}

const textOf = (node: Node) => (node instanceof Comment ? '' : node.textContent!);

describe('textsAt', () => {
  it('finds the nodes over which the places lie and no other, whatever the tree', () => {
    fc.assert(
      fc.property(
        fc.array(tree, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (shapes, wanted) => {
          const parts = shapes
            .filter((shape) => shape !== 'comment')
            .map((shape) => draw(document.createElement('main'), shape));
          const { length } = parts.map(textOf).join('');
          const offsets = wanted.filter((offset) => offset < length).sort((a, b) => a - b);
          const expected = placesIn(parts)
            .filter(({ start, end }) => offsets.some((offset) => offset >= start && offset < end))
            .map(({ node }) => node);
          expect(textsAt(parts, offsets)).toEqual(expected);
          expect(textsAt(parts)).toEqual(placesIn(parts).map(({ node }) => node));
        },
      ),
      { numRuns: 500 },
    );
  });
});
