import findAndReplaceDOMText from 'findandreplacedomtext';
import linkifyHtml from 'linkify-html';
import { createTokenClass, registerPlugin } from 'linkifyjs';
import Mark from 'mark.js';
import { createOurReader } from './our-reader';

/** The least that anybody needs to look for codes. */
const PLAIN = /AADSTS\d{5,8}|0x8[0-9a-f]{7}/i;

/** The same for the libraries, which want every occurrence. */
const EVERY = /AADSTS\d{5,8}|0x8[0-9a-f]{7}/gi;

const CodeToken = createTokenClass('code', { isLink: true });

registerPlugin('code', ({ scanner, parser }) => {
  // To linkify a code is a word of letters and digits; which of these words are codes is asked below by `validate`.
  parser.start.tt(scanner.tokens.ASCIINUMERICAL, CodeToken as never);
});

/** Ways to read the page. Each returns the number of codes that it found; floors return none. */
const READERS = {
  ours() {
    const { codes, read } = createOurReader();
    read();
    return codes.hits.size;
  },
  /** What we do after the first reading: each element is asked for an open shadow root. */
  shadowRoots() {
    createOurReader().search();
    return 0;
  },
  /** One read of the whole text with one RegExp test over it. */
  textContent() {
    return Number(PLAIN.test(document.body.textContent!));
  },
  /** A walk over the text nodes that does nothing with them. */
  treeWalker() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let length = 0;
    while (walker.nextNode()) length += (walker.currentNode as Text).length;
    return length ? 0 : 1;
  },
  markJs() {
    let found = 0;
    new Mark(document.body).markRegExp(EVERY, { each: () => found++ });
    return found;
  },
  /** With the preset that parts blocks, as a person reads them. */
  findAndReplace() {
    findAndReplaceDOMText(document.body, { find: EVERY, wrap: 'mark', preset: 'prose' });
    return document.querySelectorAll('mark').length;
  },
  /** Works on HTML text: the body is written out, linked and parsed again, which loses every listener of the page. */
  linkify() {
    document.body.innerHTML = linkifyHtml(document.body.innerHTML, {
      tagName: 'mark',
      validate: (value) => PLAIN.test(value),
    });
    return document.querySelectorAll('mark').length;
  },
};

export type ReaderName = keyof typeof READERS;

/** Times of one reading, in milliseconds. */
export interface Reading {
  /** The reading itself. */
  script: number;
  /** The reading with the style and layout that it causes. */
  withLayout: number;
  found: number;
}

/** Lets a reader read the page once in a task of its own, for those who have a better clock than the page. */
export function readLater(name: ReaderName): Promise<number> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(READERS[name]()));
  });
}

/** Style and layout of what was done to the page. */
export function layOut(): number {
  return document.body.getBoundingClientRect().height;
}

/** Lets a reader read the page once. */
export function timeReader(name: ReaderName): Reading {
  const start = performance.now();
  const found = READERS[name]();
  const script = performance.now() - start;
  document.body.getBoundingClientRect();
  return { script, withLayout: performance.now() - start, found };
}

/**
 * Lets readers that leave the page as it is read it again and again, one after the other.
 * @returns Milliseconds of each reading, by reader.
 */
export function timeReadersWarm(names: ReaderName[], rounds: number): Record<string, number[]> {
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name]!.push(timeReader(name).script);
  }
  return times;
}
