import { escapedMarkup } from '../report/markup';
import type { DocumentTable, LogDocument } from './document';

const STYLE = `:root{color-scheme:light dark}
body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
table{border-collapse:collapse}
th,td{padding:4px 10px;border-bottom:1px solid #8888;text-align:start;vertical-align:top}
pre{overflow:auto;padding:10px;border:1px solid #8888}
@media print{pre{white-space:pre-wrap}}`;

function tableHtml({ head, rows }: DocumentTable): string {
  const row = (cells: string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapedMarkup(cell)}</${tag}>`).join('')}</tr>`;
  return `<table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${rows.map((one) => row(one, 'td')).join('\n')}\n</tbody>\n</table>`;
}

/**
 * @returns The document as one HTML file that loads nothing: no script, no picture, no address, which its own content
 *   security policy holds it to.
 */
export function documentHtml({ title, paragraphs, sections }: LogDocument): string {
  const paragraph = (text: string) => `<p>${escapedMarkup(text)}</p>`;
  const body = [
    `<h1>${escapedMarkup(title)}</h1>`,
    ...paragraphs.map(paragraph),
    ...sections.flatMap((section) => [
      `<h2>${escapedMarkup(section.heading)}</h2>`,
      ...section.paragraphs.map(paragraph),
      ...(section.table?.rows.length ? [tableHtml(section.table)] : []),
      ...(section.commands ?? []).map((code) => `<pre>${escapedMarkup(code)}</pre>`),
      ...(section.sources ?? []).map(
        ({ url, place }) =>
          `<p><a href="${escapedMarkup(url)}">${escapedMarkup(url)}</a> (${escapedMarkup(place)})</p>`,
      ),
    ]),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapedMarkup(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}
