// @vitest-environment happy-dom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type * as PageCodesModule from '../../../finder/page-codes';
import type * as ChangesModule from '../../../finder/changes';
import type { PageCodes } from '../../../finder/page-codes';
import { runAll } from './steps';

/** Properties through which the finder goes from node to node. */
const READ: [owner: { prototype: object }, name: string][] = [
  ...['parentNode', 'firstChild', 'lastChild', 'nextSibling', 'previousSibling', 'nodeType'].map(
    (name): [typeof Node, string] => [Node, name],
  ),
  [Element, 'previousElementSibling'],
  [Element, 'localName'],
];

/** Nodes that were read, characters of text, and characters that RegExps passed over. */
let work = 0;
let createPageCodes: typeof PageCodesModule.createPageCodes;
let runsOf: typeof ChangesModule.runsOf;

beforeAll(async () => {
  for (const [owner, name] of READ) {
    const own = Object.getOwnPropertyDescriptor(owner.prototype, name)!;
    Object.defineProperty(owner.prototype, name, {
      ...own,
      get(this: Node) {
        work++;
        return own.get!.call(this) as unknown;
      },
    });
  }
  const text = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')!;
  Object.defineProperty(Node.prototype, 'textContent', {
    ...text,
    get(this: Node) {
      const read = text.get!.call(this) as string | null;
      work += read?.length ?? 0;
      return read;
    },
  });
  const { nextNode } = TreeWalker.prototype;
  TreeWalker.prototype.nextNode = function (this: TreeWalker) {
    work++;
    return nextNode.call(this);
  };
  // The finder keeps the getters that it finds when it is loaded.
  vi.resetModules();
  ({ createPageCodes } = await import('../../../finder/page-codes'));
  ({ runsOf } = await import('../../../finder/changes'));
});

function follow(): PageCodes {
  return createPageCodes(
    { bareNumbers: true, isKnownHresult: () => false },
    () => {},
    () => {},
  );
}

/** Counts what one reading of changes costs. */
function cost(codes: PageCodes, roots: Iterable<Node>, removed: Node[] = []): number {
  const { exec } = RegExp.prototype;
  const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, input) {
    const start = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, input);
    work +=
      1 + (match ? match.index + match[0].length : this.sticky ? start : input.length) - start;
    return match;
  });
  work = 0;
  runAll(codes.read(runsOf(new Set(roots)), removed));
  spy.mockRestore();
  return work;
}

function add(parent: Element, name: string, text = ''): Element {
  const element = document.createElement(name);
  element.textContent = text;
  parent.append(element);
  return element;
}

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Shapes of one size: what is there before, what is new, and how many codes are found in the end. */
const SHAPES: Record<string, (size: number) => { roots: Node[]; codes: number }> = {
  'codes in spans of one block': (size) => {
    const block = add(document.body, 'pre');
    return {
      roots: upTo(size).map((at) => add(block, 'span', `AADSTS${50_000 + at}\n`)),
      codes: size,
    };
  },
  'codes in spans put in from the front': (size) => {
    const block = add(document.body, 'pre');
    const roots = upTo(size).map((at) => {
      const span = document.createElement('span');
      span.textContent = `AADSTS${50_000 + at}\n`;
      block.prepend(span);
      return span;
    });
    return { roots, codes: size };
  },
  'text nodes without a code in one block': (size) => {
    const block = add(document.body, 'div');
    block.append(...upTo(size).map((at) => document.createTextNode(`word ${at} `)));
    return { roots: [...block.childNodes], codes: 0 };
  },
  'lone numbers in one block': (size) => {
    const block = add(document.body, 'div', 'Error codes ');
    upTo(size).forEach(() => add(block, 'i', ' 60001 '));
    return { roots: [block], codes: 1 };
  },
  'codes in one text node': (size) => {
    const text = upTo(size)
      .map((at) => `AADSTS${50_000 + at}`)
      .join(' ');
    return { roots: [add(document.body, 'p', text)], codes: size };
  },
  'a table of numbers': (size) => {
    const table = add(document.body, 'table');
    const head = add(table, 'tr');
    for (const name of ['User', 'Error code', 'Latency']) add(head, 'th', name);
    for (const at of upTo(size)) {
      const row = add(table, 'tr');
      for (const text of [`${60_000 + at}`, '50126', '70001']) add(row, 'td', text);
    }
    return { roots: [table], codes: size };
  },
  'a row of numbers': (size) => {
    const row = add(add(document.body, 'table'), 'tr');
    upTo(size).forEach(() => add(row, 'td', '60001'));
    add(row, 'td', 'Error code');
    add(row, 'td', '50126');
    return { roots: [row], codes: 1 };
  },
  'a chain that is filled from the outside': (size) => {
    const roots: Element[] = [];
    for (const at of upTo(size))
      roots.push(add(roots.at(-1) ?? document.body, 'div', `AADSTS${50_000 + at}`));
    return { roots, codes: size };
  },
};

describe('the work grows no faster than what changed', () => {
  it.each(Object.entries(SHAPES))('%s', { timeout: 30_000 }, (_, draw) => {
    const measure = (size: number) => {
      document.body.replaceChildren();
      const codes = follow();
      const { roots, codes: found } = draw(size);
      const counted = cost(codes, roots);
      expect(codes.hits.size).toBe(found);
      return counted;
    };
    expect(measure(2400) / measure(600)).toBeLessThan(4.5);
  });
});

describe('the work does not grow with the page', () => {
  /** A page with many codes in one block, and the cost of a change in it. */
  function costIn(size: number, change: (block: Element, codes: PageCodes) => number): number {
    document.body.replaceChildren();
    const block = add(document.body, 'pre');
    for (const at of upTo(size)) add(block, 'span', `line ${at}: AADSTS${50_000 + at}\n`);
    const codes = follow();
    cost(codes, [document.body]);
    expect(codes.hits.size).toBe(size);
    return change(block, codes);
  }

  const CHANGES: Record<string, (block: Element, codes: PageCodes) => number> = {
    'a line added to a long block': (block, codes) =>
      cost(codes, [add(block, 'span', 'line: AADSTS53003\n')]),
    'a line rewritten in its middle': (block, codes) => {
      const text = block.childNodes[block.childNodes.length / 2]!.firstChild as Text;
      text.data = 'AADSTS53003: rewritten\n';
      return cost(codes, [text]);
    },
    'a line taken away': (block, codes) => {
      const line = block.childNodes[10]!;
      line.remove();
      return cost(codes, [], [line]);
    },
    'clocks before and behind it at once': (block, codes) => {
      const clocks = upTo(20).map(() => add(document.body, 'p', '10:11:12').firstChild as Text);
      document.body.append(block, ...clocks.slice(10).map((clock) => clock.parentElement!));
      return cost(codes, clocks);
    },
    'a clock elsewhere': (_, codes) => {
      const clock = add(document.body, 'p', '10:11:12');
      return cost(codes, [clock]);
    },
  };

  it.each(Object.entries(CHANGES))('%s', (_, change) => {
    // A selector is parsed when it is first used.
    costIn(100, change);
    expect(costIn(1600, change) / costIn(400, change)).toBeLessThan(1.1);
  });
});

it('a list that is rewritten in place takes less work than its texts take one by one', () => {
  const costs = [true, false].map((areTogether) => {
    document.body.replaceChildren();
    const table = add(document.body, 'table');
    for (const row of upTo(60)) {
      const cells = add(table, 'tr');
      for (const at of upTo(9))
        if (row) add(cells, 'td', 'Azure Portal');
        else add(cells, 'th', at === 8 ? 'Error code' : 'Application');
    }
    const codes = follow();
    cost(codes, [document.body]);
    const texts = [...table.querySelectorAll('th,td')].map((cell) => cell.firstChild as Text);
    for (const text of texts.slice(9)) text.data = 'Microsoft Teams';
    for (const text of texts.filter((_, at) => at > 9 && at % 90 === 8)) text.data = '50126';
    const counted = areTogether
      ? cost(codes, texts.slice(9))
      : texts.slice(9).reduce((sum, text) => sum + cost(codes, [text]), 0);
    expect(codes.hits.size).toBe(5);
    return counted;
  });
  expect(costs[0]! / costs[1]!).toBeLessThan(0.8);
});
