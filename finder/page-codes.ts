import { mayHoldCodes } from '../detection/gate';
import type { FindOptions } from '../detection/find-codes';
import { isErrorCodeLabel } from '../detection/labels';
import { findHits, isAlive, type Hit } from './hits';
import { blockOf } from './text-blocks';

/** Where a code may stand in a part of the page whose label stands outside of it. */
const BARE_NUMBER = /\d{5}/;

/** The codes of one document, kept true while the page changes. */
export interface PageCodes {
  readonly hits: ReadonlySet<Hit>;
  /**
   * Reads parts of the page again.
   * @param roots Nodes whose text is new.
   * @param swept Whether text went away or changed, so that earlier hits may be gone.
   * @returns Whether the hits changed.
   */
  read(roots: Iterable<Node>, swept: boolean): boolean;
}

/**
 * @param options How to read bare numbers and HRESULTs on this page.
 * @param added Called for each new hit.
 * @param removed Called for each hit that is gone.
 */
export function createPageCodes(
  options: FindOptions,
  added: (hit: Hit) => void,
  removed: (hit: Hit) => void,
): PageCodes {
  const hits = new Set<Hit>();
  const known = new WeakMap<Node, Hit[]>();

  const isKnown = ({ range }: Hit): boolean =>
    !!known
      .get(range.startContainer)
      ?.some((hit) => hits.has(hit) && hit.range.startOffset === range.startOffset);

  const sweep = (): boolean => {
    let changed = false;
    for (const hit of hits) {
      if (!isAlive(hit)) {
        changed = hits.delete(hit);
        removed(hit);
      }
    }
    return changed;
  };

  const readOne = (root: Node, isWhole: boolean): boolean => {
    const text = root.textContent ?? '';
    const mayBeLabeled = !isWhole && options.bareNumbers && BARE_NUMBER.test(text);
    if (!mayBeLabeled && !mayHoldCodes(text, options.bareNumbers)) return false;
    let changed = false;
    for (const hit of findHits(root, text, options, isWhole)) {
      if (isKnown(hit)) continue;
      hits.add(hit);
      const { startContainer } = hit.range;
      known.set(startContainer, [...(known.get(startContainer) ?? []), hit]);
      added(hit);
      changed = true;
    }
    return changed;
  };

  return {
    hits,
    read(roots, swept) {
      let changed = swept && sweep();
      for (let root of roots) {
        if (!root.isConnected) continue;
        const isWhole = root === root.ownerDocument?.body;
        if (root.nodeType === 3) root = blockOf(root as Text);
        // A label that was drawn after its value gives sense to a number that was passed over.
        const isLabel =
          options.bareNumbers &&
          !isWhole &&
          root.textContent!.length < 80 &&
          isErrorCodeLabel(root.textContent!);
        if (isLabel) root = root.parentNode?.parentNode ?? root;
        if (readOne(root, isWhole)) changed = true;
      }
      return changed;
    },
  };
}
