import { isFineStatus, isStatusLabel } from '../facts/status-words';
import {
  closest,
  firstOf,
  isElement,
  matches,
  nextOf,
  parentElementOf,
  textOf,
  walkElements,
} from '../finder/dom';
import type { Hit } from '../finder/hits';
import { ROW } from '../finder/value-labels';
import { elementAfter } from './page-element';

/** How far above a code and its label the rest of the sign-in is looked for, and in how many elements. */
const MOST_STEPS_UP = 3;
const MOST_ELEMENTS = 400;

/** How far above a label its value may begin. */
const MOST_STEPS_TO_VALUE = 2;

/** What a pane of labels and values says of its sign-in. */
interface PaneStatus {
  /** What holds the status; where there is none, what holds the code's own row, in which it may still be drawn. */
  pane: Element;
  /** Whether it succeeded or was interrupted. */
  isFine: boolean;
}

const text = (node: Element | null): string => (node && textOf(node)) || '';

function holdsElement(element: Element): boolean {
  for (let child = firstOf(element); child; child = nextOf(child))
    if (isElement(child)) return true;
  return false;
}

/** The labels of a status in a part of a page. */
function labelsIn(root: Element): Element[] {
  const labels: Element[] = [];
  const elements = walkElements(root);
  for (let count = 0; count < MOST_ELEMENTS && elements.nextNode(); count++) {
    const element = elements.currentNode as Element;
    if (!holdsElement(element) && isStatusLabel(text(element).replace(/[:：]\s*$/, '')))
      labels.push(element);
  }
  return labels;
}

function valueOf(label: Element): string {
  let element = label;
  for (let steps = 0; steps < MOST_STEPS_TO_VALUE; steps++) {
    const after = elementAfter(element);
    if (after) return text(after);
    const parent = parentElementOf(element);
    if (!parent) break;
    element = parent;
  }
  return '';
}

/**
 * Reads the status of the sign-in that a pane of labels and values shows, such as the details of a sign-in.
 * @param hit A code with a label of its own.
 * @returns undefined where the code stands in a list or has no label. Where the nearest part of the page with a status
 * has several, nobody knows whose they are, and none is taken.
 */
type ReadPaneStatus = (hit: Hit) => PaneStatus | undefined;

/** @returns A reader for which codes of one pane share what is read of it, as long as the page has no turn in which to change. */
export function createPaneStatus(): ReadPaneStatus {
  const known = new Map<Element, PaneStatus>();
  return ({ row, block }) => {
    // Most rows are those of lists.
    const own = row && !matches(row, ROW) && !closest(block, ROW) && parentElementOf(row);
    if (!own) return undefined;
    if (!known.size) queueMicrotask(() => known.clear());
    const status = known.get(own) ?? statusAround(own);
    known.set(own, status);
    return status;
  };
}

function statusAround(own: Element): PaneStatus {
  let pane: Element | null = own;
  for (let steps = 0; pane && steps < MOST_STEPS_UP; steps++) {
    const [label, ...others] = labelsIn(pane);
    if (label) {
      const isFine = !others.length && isFineStatus(valueOf(label));
      return { pane, isFine };
    }
    pane = parentElementOf(pane);
  }
  return { pane: own, isFine: false };
}
