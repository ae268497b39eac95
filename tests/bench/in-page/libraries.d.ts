// The two libraries bring no types; only what the benchmark calls is declared.

declare module 'mark.js' {
  export default class Mark {
    constructor(root: Element);
    markRegExp(pattern: RegExp, options?: { each?: (element: Element) => void }): void;
  }
}

declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(
    root: Element,
    options: { find: RegExp; wrap: string; preset?: 'prose' },
  ): unknown;
}
