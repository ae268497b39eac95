import { Marked, type Token, type TokenizerAndRendererExtension, type Tokens } from 'marked';

/** `[reference, reply-url]` or `[~]`: what the statement before it rests on. */
export interface EvidenceMark extends Tokens.Generic {
  type: 'evidence';
  /** Ids of sources, as written. Empty for our own reasoning. */
  ids: string[];
}

/** `{proxy}`: the id of a cause, or the causes that a step fixes. */
interface CauseMark extends Tokens.Generic {
  type: 'causes';
  ids: string[];
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

const evidence: TokenizerAndRendererExtension = {
  name: 'evidence',
  level: 'inline',
  start: (text) => text.indexOf('['),
  tokenizer(text): EvidenceMark | undefined {
    const [raw, inside = ''] = /^\[([^[\]]*)\](?![[(])/.exec(text) ?? [];
    if (raw === undefined) return undefined;
    return { type: 'evidence', raw, ids: inside.trim() === '~' ? [] : listed(inside) };
  },
};

const causes: TokenizerAndRendererExtension = {
  name: 'causes',
  level: 'inline',
  start: (text) => text.indexOf('{'),
  tokenizer(text): CauseMark | undefined {
    const [raw, inside = ''] = /^\{([^{}]*)\}/.exec(text) ?? [];
    return raw === undefined ? undefined : { type: 'causes', raw, ids: listed(inside) };
  },
};

const marked = new Marked({ extensions: [evidence, causes] });

/** Markdown of an entry to tokens, evidence marks and cause marks among them. */
export function lexEntry(body: string): Token[] {
  return marked.lexer(body);
}

export function isEvidenceMark(token: Token): token is EvidenceMark {
  return token.type === 'evidence';
}

/**
 * Takes the marks in braces out of a list item.
 * @param tokens Tokens of the item. They stay as they are.
 * @returns The tokens without the marks, and the marks in the order in which they stand.
 */
export function takeCauseMarks(tokens: Token[]): { tokens: Token[]; marks: string[][] } {
  const marks: string[][] = [];
  const kept: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'causes') {
      marks.push((token as CauseMark).ids);
      const before = kept.at(-1);
      if (before?.type === 'text')
        kept[kept.length - 1] = { ...before, text: (before as Tokens.Text).text.trimEnd() };
    } else if ('tokens' in token && token.tokens && token.type !== 'list') {
      const inner = takeCauseMarks(token.tokens);
      marks.push(...inner.marks);
      kept.push({ ...token, tokens: inner.tokens } as Token);
    } else kept.push(token);
  }
  return { tokens: kept, marks };
}
