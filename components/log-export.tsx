import { useMemo, useState } from 'preact/hooks';
import type { Code } from '../detection/code';
import { documentHtml } from '../log/document-html';
import { documentMarkdown } from '../log/document-markdown';
import { maskReport } from '../log/mask-report';
import type { LogReport } from '../log/report';
import { CopyButton, type Copy } from './copy-button';
import { download } from './download';
import { i18n } from './i18n';
import { KeepPersonal } from './keep-personal';
import { logDocument } from './log-document';

interface Props {
  report: LogReport;
  titleOf: (code: Code) => string;
  copy: Copy;
}

/** Sends the report on: as Markdown, copied or as a file, and as an HTML file; without names unless they are wanted. */
export function LogExport({ report, titleOf, copy }: Props) {
  const [isPersonalKept, keepPersonal] = useState(false);
  const make = useMemo(
    () => () => logDocument(isPersonalKept ? report : maskReport(report), titleOf),
    [report, titleOf, isPersonalKept],
  );
  const save = (kind: 'md' | 'html') =>
    kind === 'md'
      ? download('sign-in-report.md', 'text/markdown', documentMarkdown(make()))
      : download('sign-in-report.html', 'text/html', documentHtml(make()));
  return (
    <div class="actions screen-only">
      <CopyButton
        label={i18n.t('log.copyMarkdown')}
        of={`${report.total} ${isPersonalKept}`}
        text={() => documentMarkdown(make())}
        copy={copy}
      />
      <button type="button" onClick={() => save('md')}>
        {i18n.t('log.saveMarkdown')}
      </button>
      <button type="button" onClick={() => save('html')}>
        {i18n.t('log.saveHtml')}
      </button>
      <button type="button" onClick={() => print()}>
        {i18n.t('lookup.print')}
      </button>
      <KeepPersonal isKept={isPersonalKept} keep={keepPersonal} />
    </div>
  );
}
