const CELL = '[role=gridcell],[role=rowheader],[role=cell],td,th';
const LONGEST_LABEL = 80;
const MOST_STEPS_UP = 3;

function shortText(element: Element | null | undefined): string {
  const text = element?.textContent ?? '';
  return text.length > LONGEST_LABEL ? '' : text.trim();
}

/** The head of the column that a cell stands in. Column keys of Fluent lists come first, then positions. */
export function columnHead(cell: Element): Element | null | undefined {
  const grid = cell.closest('[role=grid],[role=table],[role=treegrid],table');
  if (!grid) return;
  const byAttribute = (own: string, head: string) => {
    const value = cell.getAttribute(own);
    return value && grid.querySelector(`[role=columnheader][${head}]`)
      ? { head: grid.querySelector(`[role=columnheader][${head}="${CSS.escape(value)}"]`) }
      : undefined;
  };
  const keyed =
    byAttribute('data-automation-key', 'data-item-key') ??
    byAttribute('aria-colindex', 'aria-colindex');
  if (keyed) return keyed.head;
  const at = [...(cell.parentElement?.children ?? [])].indexOf(cell);
  return grid.querySelectorAll('[role=columnheader],tr:first-child th')[at];
}

/** A text that may name a value, and the smallest element that holds both. */
export interface ValueLabel {
  text: string;
  row: Element;
}

/**
 * What a value on its own may be labeled by: the head of its column, or what stands right before it in its row.
 * @param block The block whose whole text is the value.
 */
export function labelsOf(block: Element): ValueLabel[] {
  const labels: ValueLabel[] = [];
  const cell = block.closest(CELL);
  if (cell) {
    const row = cell.closest('[role=row],tr') ?? cell;
    labels.push({ text: shortText(columnHead(cell)), row });
    labels.push({ text: shortText(cell.previousElementSibling), row });
    return labels;
  }
  let element = block;
  for (let steps = 0; steps < MOST_STEPS_UP && element.parentElement; steps++) {
    const before = element.previousElementSibling;
    if (before) {
      labels.push({ text: shortText(before), row: element.parentElement });
      break;
    }
    element = element.parentElement;
  }
  return labels;
}
