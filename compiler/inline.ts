import type { Token, Tokens } from 'marked';
import type { Sentence } from '../lookup/entry';
import { isAllowedLink } from './entry-schema';
import { isEvidenceMark } from './evidence-marks';

const PLACE_LINK = /^place:(\w+)$/;

function merge(runs: Sentence): Sentence {
  const merged: Sentence = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (typeof run === 'string' && typeof last === 'string') merged[merged.length - 1] = last + run;
    else if (run !== '') merged.push(run);
  }
  // Without its marks a sentence reads as if there were none: the blank before a mark goes.
  return merged.flatMap((run, at): Sentence => {
    const next = merged[at + 1];
    if (typeof run !== 'string' || typeof next !== 'object' || !('e' in next)) return [run];
    const text = run.trimEnd();
    return text ? [text] : [];
  });
}

/** What the runs of an entry are compiled with. */
export interface InlineRules {
  /** Known place names, for links such as [Sign-in logs](place:signInLogs). */
  places: ReadonlySet<string>;
  /** Ids of the entry's sources in their order. Absent in entries without evidence marks. */
  sources?: readonly string[];
  /** The address on our own page that a link such as [Checklist](section:checklist) leads to; undefined for others. */
  ownLink?: (href: string) => string | undefined;
  /** Takes a message for each kind of markup that entries do not use. */
  complain: (message: string) => void;
}

/** Turns the entities that marked leaves in text back into characters. */
function plain(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s*\n\s*/g, ' ');
}

function indexesOf(ids: string[], { sources = [], complain }: InlineRules): number[] {
  if (ids.includes('~')) complain('[~] stands alone; a statement with a source needs no [~]');
  return ids.flatMap((id) => {
    const at = sources.indexOf(id);
    if (at >= 0 || id === '~') return at >= 0 ? [at] : [];
    const known = sources.length ? sources.join(', ') : 'none';
    complain(
      `[${id}] is no source of this entry; known: ${known}. Set other text in brackets in backticks`,
    );
    return [];
  });
}

/**
 * Compiles inline Markdown tokens to runs of text.
 * @param tokens Tokens of one paragraph or list item, from lexEntry.
 */
export function compileInline(tokens: Token[], rules: InlineRules): Sentence {
  const { places, complain } = rules;
  const runs: Sentence = [];
  for (const token of tokens) {
    if (isEvidenceMark(token) && rules.sources) {
      if (!token.raw.slice(1, -1).trim()) complain('"[]" names no source; write [~] for reasoning');
      runs.push({ e: indexesOf(token.ids, rules) });
      continue;
    }
    switch (token.type) {
      case 'text':
      case 'escape': {
        const { tokens: inner, text } = token as Tokens.Text;
        if (inner?.length) runs.push(...compileInline(inner, rules));
        else runs.push(plain(text));
        break;
      }
      case 'strong':
        runs.push({ b: plain((token as Tokens.Strong).text) });
        break;
      case 'codespan':
        runs.push({ c: plain((token as Tokens.Codespan).text) });
        break;
      case 'br':
        runs.push(' ');
        break;
      case 'evidence':
        runs.push(plain(token.raw));
        break;
      case 'causes':
        if (rules.sources)
          complain(
            `"${token.raw}": braces hold ids of causes, behind a cause, a step or an end of the diagnosis; set anything else in backticks`,
          );
        else runs.push(plain(token.raw));
        break;
      case 'link': {
        const { href, text } = token as Tokens.Link;
        const place = PLACE_LINK.exec(href)?.[1];
        if (place !== undefined) {
          if (!places.has(place)) complain(`place "${place}" is not in knowledge/places.yml`);
          runs.push({ a: plain(text), p: place });
        } else if (rules.ownLink?.(href)) {
          runs.push({ a: plain(text), h: rules.ownLink(href)! });
        } else {
          if (!isAllowedLink(href)) complain(`link to ${href}: not https on an allowed host`);
          runs.push({ a: plain(text), h: href });
        }
        break;
      }
      default:
        complain(
          `"${token.raw.trim().slice(0, 40)}": entries use plain text, **labels**, \`literals\` and links only`,
        );
    }
  }
  return merge(runs);
}

/** The words of a sentence without marks. */
export function textOf(sentence: Sentence): string {
  return sentence
    .map((run) => {
      if (typeof run === 'string') return run;
      if ('b' in run) return run.b;
      if ('e' in run) return '';
      return 'c' in run ? run.c : run.a;
    })
    .join('');
}

/** Our own words in a sentence: without labels of the interface and literals, which are written as they are. */
export function proseOf(sentence: Sentence): string {
  return textOf(
    sentence.map((run) => (typeof run === 'string' || 'a' in run || 'e' in run ? run : ' ')),
  );
}
