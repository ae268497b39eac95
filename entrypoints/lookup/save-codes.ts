import type { LookupProps } from '../../components/lookup-page';
import { loadEntry } from '../../lookup/load-entries';

/** Saves a text as a file of the user. */
function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has the file once this press is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves what is known of codes as a file, made from the packaged knowledge when it is asked for. */
export const saveCodes: LookupProps['saveCodes'] = async (lines, format) => {
  const [{ EXPORTS, knowledgeRow }, ...entries] = await Promise.all([
    import('../../report/knowledge-table'),
    ...lines.map(({ code }) => loadEntry(code)),
  ]);
  const { name, type, text } = EXPORTS[format](
    entries.flatMap((one) => (one ? [knowledgeRow(one)] : [])),
  );
  download(name, type, text);
};
