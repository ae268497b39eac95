import type { Token, Tokens } from 'marked';
import type { Sentence } from '../lookup/entry';
import { isAllowedLink } from './entry-schema';

const PLACE_LINK = /^place:(\w+)$/;

function merge(runs: Sentence): Sentence {
  const merged: Sentence = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (typeof run === 'string' && typeof last === 'string') merged[merged.length - 1] = last + run;
    else if (run !== '') merged.push(run);
  }
  return merged;
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

/**
 * Compiles inline Markdown tokens to runs of text.
 * @param tokens Tokens of one paragraph or list item, from marked's lexer.
 * @param places Known place names, for links such as [Sign-in logs](place:signInLogs).
 * @param complain Takes a message for each kind of markup that entries do not use.
 */
export function compileInline(
  tokens: Token[],
  places: ReadonlySet<string>,
  complain: (message: string) => void,
): Sentence {
  const runs: Sentence = [];
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
      case 'escape': {
        const { tokens: inner, text } = token as Tokens.Text;
        if (inner?.length) runs.push(...compileInline(inner, places, complain));
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
      case 'link': {
        const { href, text } = token as Tokens.Link;
        const place = PLACE_LINK.exec(href)?.[1];
        if (place !== undefined) {
          if (!places.has(place)) complain(`place "${place}" is not in knowledge/places.yml`);
          runs.push({ a: plain(text), p: place });
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
      return 'c' in run ? run.c : run.a;
    })
    .join('');
}

/** Our own words in a sentence: without labels of the interface and literals, which are written as they are. */
export function proseOf(sentence: Sentence): string {
  return textOf(sentence.map((run) => (typeof run === 'string' || 'a' in run ? run : ' ')));
}
