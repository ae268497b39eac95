import { vi } from 'vitest';
import type { Explained } from '../../../components/explained';
import type { Hit } from '../../../finder/hits';
import type { Entry } from '../../../lookup/entry';

/** ONLY FOR TESTS. What happy-dom lacks: layout, the top layer, observers, and roots that a test can look into. */
export interface FakeBrowser {
  /** Boxes of elements and codes. Without one an element is drawn at (40, 100). */
  boxes: Map<unknown, { left: number; top: number; width: number; height: number }>;
  /** Elements that are not drawn. */
  hidden: Set<Element>;
  /** What stands over everything. */
  over: HTMLElement | undefined;
  /** Tells the intersection observers that something came into view or went. */
  sightChanged(): void;
  /** Lets the next animation frame come. */
  frame(): Promise<void>;
  /** Roots that were made, by host. */
  roots: Map<Element, ShadowRoot>;
}

function rect({
  left,
  top,
  width,
  height,
}: {
  left: number;
  top: number;
  width: number;
  height: number;
}) {
  return { left, top, width, height, right: left + width, bottom: top + height, x: left, y: top };
}

/** Puts the fakes in place. To be called before each test. */
export function fakeBrowser(): FakeBrowser {
  const box = { left: 40, top: 100, width: 90, height: 18 };
  const callbacks = new Map<object, { callback: () => void; targets: Set<Element> }>();
  let frames: (() => void)[] = [];
  const fake: FakeBrowser = {
    boxes: new Map(),
    hidden: new Set(),
    over: undefined,
    roots: new Map(),
    sightChanged() {
      for (const { callback, targets } of callbacks.values()) if (targets.size) callback();
    },
    async frame() {
      const now = frames;
      frames = [];
      for (const run of now) run();
      await Promise.resolve();
    },
  };
  const isHidden = (element: Element) =>
    [...fake.hidden].some((hidden) => hidden.contains(element));
  const boxOf = (element: Element) =>
    isHidden(element) ? { left: 0, top: 0, width: 0, height: 0 } : (fake.boxes.get(element) ?? box);

  for (const name of ['browser', 'chrome'])
    vi.stubGlobal(name, {
      runtime: { id: 'signpost' },
      i18n: { getMessage: (key: string, values?: string[]) => [key, ...(values ?? [])].join(' ') },
    });
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('visualViewport', { width: 1280, height: 800, scale: 1 });
  class Observer {
    targets = new Set<Element>();
    constructor(callback: () => void) {
      callbacks.set(this, { callback, targets: this.targets });
    }
    observe = (element: Element) => void this.targets.add(element);
    unobserve = (element: Element) => void this.targets.delete(element);
    disconnect = () => this.targets.clear();
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.stubGlobal('IntersectionObserverEntry', class {});
  for (const ours of document.querySelectorAll('signpost-note,signpost-card')) ours.remove();
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (
    this: Element,
    options: ShadowRootInit,
  ) {
    const root = attachShadow.call(this, options);
    fake.roots.set(this, root);
    return root;
  });
  Object.assign(Element.prototype, {
    checkVisibility(this: Element) {
      return this.isConnected && !isHidden(this);
    },
    getBoundingClientRect(this: Element) {
      return rect(boxOf(this));
    },
    scrollIntoView() {},
  });
  Object.assign(Range.prototype, {
    getBoundingClientRect(this: Range) {
      return rect(boxOf(this.startContainer.parentElement!));
    },
    getClientRects(this: Range) {
      return [rect(boxOf(this.startContainer.parentElement!))];
    },
  });
  Object.assign(HTMLElement.prototype, { showPopover() {} });
  Object.assign(document, {
    elementFromPoint: (x: number, y: number) =>
      fake.over ??
      [...document.querySelectorAll('p,li')].find((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return x >= left && x <= right && y >= top && y <= bottom;
      }) ??
      document.body,
  });
  document.body.innerHTML = '';
  return fake;
}

/** An event as a person makes it: happy-dom, like a browser, lets no script make one that is trusted. */
export function trusted<Made extends Event>(event: Made): Made {
  return Object.defineProperty(event, 'isTrusted', { value: true });
}

/** A code in a paragraph of its own. */
export function hitIn(parent: Element, code = 'AADSTS50126'): Hit {
  const block = document.createElement('p');
  block.textContent = code;
  parent.append(block);
  const range = document.createRange();
  range.selectNodeContents(block.firstChild!);
  const nodes = [block.firstChild as Text];
  return { code, range, spelling: code, block, place: { nodes, start: 0, end: code.length } };
}

/** What is explained of a code. */
export function explained(hit: Hit, more: Partial<Explained> = {}): Explained {
  const entry: Entry = {
    code: hit.code,
    family: 'aadsts',
    depth: 'full',
    title: `Title of ${hit.code}`,
    summary: 'Summary.',
    severity: 'medium',
    fixedBy: 'admin',
    area: 'credentials',
    status: 'reviewed',
    keywords: [],
    related: [],
    sources: [],
    reviewed: '2026-11-20',
    locale: 'en',
  };
  return {
    code: hit.code,
    entry,
    ids: {},
    isMicrosoft: true,
    places: {},
    supportName: '',
    supportUrl: '',
    copy: () => Promise.resolve(true),
    openLookup: () => {},
    ...more,
  };
}

/** An answer that comes when the test wants it. */
export function later<Value>(): {
  promise: Promise<Value>;
  come(value: Value): Promise<void>;
  fail(): Promise<void>;
} {
  let resolve!: (value: Value) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return {
    promise,
    async come(value) {
      resolve(value);
      await settle();
    },
    async fail() {
      reject(new Error('no answer'));
      await settle();
    },
  };
}
