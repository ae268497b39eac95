import { i18n } from './i18n';
import { CopyButton, type Copy } from './copy-button';
import { isExpected, type PageItem } from './page-list';

interface Props {
  /** Every code of the page, those that are hidden as well. */
  items: PageItem[];
  isHiding: boolean;
  /** Remembers the choice. */
  hide: (isHiding: boolean) => void;
  /** Makes a table of text for a ticket or a spreadsheet. The first row holds the heads. */
  tableText: (form: 'markdown' | 'csv', rows: string[][]) => Promise<string>;
  copy: Copy;
}

function rowsOf(items: readonly PageItem[]): string[][] {
  const heads = ['code', 'title', 'severity', 'count', 'first', 'last'] as const;
  return [
    heads.map((head) => i18n.t(`popup.column.${head}`)),
    ...items.map(({ code, line, places, first = '', last = '' }) => [
      code,
      line?.title ?? '',
      line?.severity ? i18n.t(`severity.${line.severity}`) : '',
      String(places.length),
      first,
      last,
    ]),
  ];
}

/** What can be done with the list of a page's codes: leave out the expected ones, and copy it. */
export function PageTools({ items, isHiding, hide, tableText, copy }: Props) {
  const expected = items.filter(isExpected).length;
  const shown = isHiding ? items.filter((one) => !isExpected(one)) : items;
  return (
    <div class="page-tools">
      {expected > 0 && (
        <label class="choice">
          <input
            type="checkbox"
            checked={isHiding}
            onChange={({ currentTarget: { checked } }) => hide(checked)}
          />
          {i18n.t('popup.hideExpected', [String(expected)])}
        </label>
      )}
      {shown.length > 0 && (
        <span class="copies">
          {(['markdown', 'csv'] as const).map((form) => (
            <CopyButton
              key={form}
              label={i18n.t(`popup.copyAs.${form}`)}
              of={`${form} ${String(isHiding)}`}
              text={() => tableText(form, rowsOf(shown))}
              copy={copy}
            />
          ))}
        </span>
      )}
    </div>
  );
}
