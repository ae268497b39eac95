import { describe, expect, test } from 'vitest';
import { marked } from 'marked';
import type { LogDocument } from '../../../log/document';
import { documentHtml } from '../../../log/document-html';
import { documentMarkdown } from '../../../log/document-markdown';

/** Text of a log that would be markup, a link, a table or the end of a fence. */
const HOSTILE =
  '<img src=x onerror=alert(1)> | [a](https://contoso.com) `x` *b* https://contoso.com # \n## c';

const DOCUMENT: LogDocument = {
  title: `Sign-ins: 2 ${HOSTILE}`,
  paragraphs: [HOSTILE],
  sections: [
    {
      heading: HOSTILE,
      paragraphs: [HOSTILE],
      table: { head: ['User', 'Rows'], rows: [[HOSTILE, '2']] },
      sources: [{ url: 'https://learn.microsoft.com/entra/', place: HOSTILE }],
      commands: ['SigninLogs\n```\n<script>'],
    },
  ],
};

/** A part that has neither table nor commands nor sources. */
const QUIET: LogDocument = {
  title: 'Sign-ins',
  paragraphs: [],
  sections: [{ heading: 'Codes', paragraphs: ['None.'], table: { head: ['Code'], rows: [] } }],
};

describe('a report as Markdown', () => {
  const html = marked.parse(documentMarkdown(DOCUMENT), { async: false });

  test('makes no markup of what stands in the log', () => {
    expect(html).not.toMatch(/<(img|em|script)\b/);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html.match(/<h2>/g)).toHaveLength(1);
  });
  test('keeps the table whole and the command as it is', () => {
    expect(html.match(/<td>/g)).toHaveLength(2);
    expect(html).toContain('SigninLogs\n```\n&lt;script&gt;');
  });
  test('has no empty table, and nothing where a part has no more to say', () => {
    expect(documentMarkdown(QUIET)).toBe('# Sign-ins\n\n## Codes\n\nNone.\n');
  });
});

describe('a report as HTML', () => {
  const html = documentHtml(DOCUMENT);

  test('makes no markup of what stands in the log', () => {
    expect(html).not.toMatch(/<(img|em|script)\b/);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
  test('has no empty table, and nothing where a part has no more to say', () => {
    const body = /<body>([^]*)<\/body>/.exec(documentHtml(QUIET))![1];
    expect(body!.trim()).toBe('<h1>Sign-ins</h1>\n<h2>Codes</h2>\n<p>None.</p>');
  });
  test('loads nothing', () => {
    expect(html).toContain("default-src 'none'");
  });
});
