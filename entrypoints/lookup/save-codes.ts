import { download } from '../../components/download';
import type { LookupProps } from '../../components/lookup-page';
import { loadEntry } from '../../lookup/load-entries';

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
