import {
  allIn,
  closest,
  isElement,
  parentOf,
  rootOfPage,
  shadowOf,
  walkElements,
} from '../finder/dom';
import { hostOfFrame } from '../finder/host-of-frame';
import type { PageHandle } from '../finder/page-handle';
import { textsAt } from '../finder/texts-at';
import { foundCodes } from './found-codes';
import type { FrameReading } from './frame-reading';
import { gridShapes } from './grid-shapes';
import { meaningOf } from './heads';

/** So much of a page is looked through for labels and shadow roots. */
const MOST_NODES = 20_000;
const LONGEST_LABEL = 60;
const MOST_LABELS = 40;
const MOST_FRAMES = 20;

/** What is no text of the page, what a person types, and what is counted as a grid already. */
const NO_LABEL =
  'head,script,style,noscript,template,textarea,select,svg,signpost-note,signpost-card,[contenteditable]:not([contenteditable=false]),[role=textbox],[role=gridcell],[role=rowheader],[role=cell],[role=columnheader],td,th,.monaco-editor';

const BUSY = '[aria-busy=true],[role=progressbar],.ms-Spinner';

/** What tells how a page is drawn, by the name under which the report counts it. */
const COUNTED: Record<string, string> = {
  row: '[role=row]',
  gridcell: '[role=gridcell]',
  rowheader: '[role=rowheader]',
  columnheader: '[role=columnheader]',
  list: '[role=list],ul,ol',
  tablist: '[role=tablist]',
  tab: '[role=tab]',
  tabpanel: '[role=tabpanel]',
  dialog: '[role=dialog],dialog',
  term: 'dt',
  'Fluent list': '.ms-DetailsList',
  'Fluent 9': '[class*="fui-"]',
  'AG Grid': '.ag-root,.ag-root-wrapper',
  'portal (fxs)': '[class*="fxs-"]',
  'portal (azc)': '[class*="azc-"]',
  'portal (fxc)': '[class*="fxc-"]',
  'Monaco editor': '.monaco-editor',
  canvas: 'canvas',
  'text field': 'textarea,[role=textbox]',
};

function isDrawn(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element);
}

function labelsIn(root: Element): string[] {
  const labels = new Set<string>();
  for (const node of textsAt([root]).slice(0, MOST_NODES)) {
    if (node.length > LONGEST_LABEL || labels.size >= MOST_LABELS) continue;
    const text = node.data
      .replace(/\s+/g, ' ')
      .replace(/[:：]? ?$/, '')
      .trim();
    const parent = parentOf(node);
    if (!meaningOf(text) || !parent || !isElement(parent) || closest(parent, NO_LABEL)) continue;
    labels.add(text);
  }
  return [...labels];
}

function countsIn(root: Element): Record<string, number> {
  const counts = Object.entries(COUNTED).map(
    ([name, selector]) => [name, allIn(root, selector).length] as const,
  );
  let shadowRoots = 0;
  const elements = walkElements(root);
  for (let steps = 0; steps < MOST_NODES && elements.nextNode(); steps++)
    if (shadowOf(elements.currentNode as Element)) shadowRoots++;
  return Object.fromEntries(
    [...counts, ['open shadow root', shadowRoots] as const].filter(([, count]) => count),
  );
}

/** Host of the address that a frame is to be loaded from; undefined for frames without one. */
function hostOfChild(frame: Element): string | undefined {
  const address = frame.getAttribute('src') ?? '';
  return URL.canParse(address, location.href)
    ? new URL(address, location.href).hostname || undefined
    : undefined;
}

function depthOf(frame: Window): number {
  let depth = 0;
  for (let one = frame; one.parent !== one && depth < MOST_FRAMES; one = one.parent) depth++;
  return depth;
}

/**
 * Reads what a frame holds, for the popup. No text of the page is in it but codes, their times, known words, and the
 * heads of columns, masked.
 * @param page What the finder left; undefined where it does not run.
 */
export function readFrame(page: PageHandle | undefined): FrameReading {
  const root = rootOfPage();
  const children = root ? [...allIn(root, 'iframe,frame')].slice(0, MOST_FRAMES) : [];
  const hosts = children.map(hostOfChild).filter((host) => host !== undefined);
  return {
    host: hostOfFrame(window),
    scheme: location.protocol,
    depth: depthOf(window),
    children: window.length,
    childHosts: [...new Set(hosts)],
    isLoading:
      Reflect.get(Document.prototype, 'readyState', document) !== 'complete' ||
      (!!root && [...allIn(root, BUSY)].some(isDrawn)),
    language: root?.getAttribute('lang') ?? '',
    ...(page && { codes: foundCodes(page) }),
    grids: root ? gridShapes(root) : [],
    labels: root ? labelsIn(root) : [],
    counts: root ? countsIn(root) : {},
  };
}
