import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { markdownTable } from '../../../report/markdown';

/** Text of a page, each a piece of GitHub's Markdown by itself. */
const HOSTILE = [
  '<img src=x>',
  '[a](https://contoso.com)',
  'https://contoso.com/a?b=c',
  'HTTP://contoso.com',
  'ftp://contoso.com',
  'www.contoso.com',
  'user@contoso.com',
  '`x` *b* __c__ ~~d~~',
  '&lt;b&gt; &copy;',
  'a | b',
  '\\',
  '# a #',
  '- a',
  '1. a',
];

const rendered = (markdown: string) => marked.parse(markdown, { async: false, gfm: true });

/** The texts of the cells of a drawn table, with what HTML wrote in their place. */
const cellsOf = (html: string) =>
  [...html.matchAll(/<td>(.*?)<\/td>/gs)].map(([, text = '']) =>
    text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) =>
      name === '#39' ? "'" : { lt: '<', gt: '>', amp: '&', quot: '"' }[name]!,
    ),
  );

describe('a table in Markdown', () => {
  it('shows each cell as the text it is: no link, no markup, no further cell', () => {
    const html = rendered(markdownTable([['Text'], ...HOSTILE.map((text) => [text])]));
    expect(cellsOf(html)).toEqual(HOSTILE);
  });

  it('keeps a row on a line', () => {
    const [head, , ...rows] = markdownTable([
      ['Code', 'Title'],
      ['AADSTS50126', 'a\nb\u202e c'],
    ]).split('\n');
    expect(head).toBe('| Code | Title |');
    expect(rows).toEqual(['| AADSTS50126 | a b c |']);
  });
});
