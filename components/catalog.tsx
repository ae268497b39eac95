import { i18n } from './i18n';
import type { Code } from '../detection/code';
import { entryAddress } from '../lookup/address';
import type { Answer, AnswerRow } from '../lookup/answer';
import type { IndexLine } from '../lookup/index-line';
import { ListLimits } from './list-limits';
import { RowFacts } from './row-facts';
import type { Loading } from './use-entry';

interface Props {
  /** What the filter is answered with; all codes stand where it is empty. */
  answer: Answer;
  /** Absent until the catalog is there. */
  lines: IndexLine[] | undefined;
  state: Loading<unknown>['state'];
  /** The page's heading stands above, over the findings. */
  isBelow: boolean;
  /** Called when a code is chosen, before the address changes. */
  choose: (code: Code) => void;
}

function CatalogRow({
  row: { code, line },
  state,
  choose,
}: Pick<Props, 'state' | 'choose'> & { row: AnswerRow }) {
  const title = line?.title ?? (state === 'loaded' ? i18n.t('unknown.title') : '');
  return (
    <li>
      <a href={entryAddress(code)} onClick={() => choose(code)}>
        <span class="code">{code}</span> <span>{title}</span>
      </a>
      {line && <RowFacts line={line} />}
    </li>
  );
}

/** All codes, or those that answer a query. */
export function Catalog({ answer, lines, state, isBelow, choose }: Props) {
  const isAll = answer.kind === 'empty';
  const rows: AnswerRow[] = isAll
    ? (lines ?? []).map((line) => ({ code: line.code, line }))
    : answer.rows;
  const title = isAll
    ? 'lookup.catalogTitle'
    : answer.kind === 'text'
      ? 'popup.inYourText'
      : 'popup.results';
  return (
    <>
      {isBelow ? <h2>{i18n.t(title)}</h2> : <h1>{i18n.t(title)}</h1>}
      <p class="soft" role="status">
        {rows.length > 0
          ? i18n.t('lookup.count', [String(isAll ? rows.length : answer.total)])
          : state === 'loading'
            ? i18n.t('card.loading')
            : state === 'loaded'
              ? i18n.t('popup.none')
              : ''}
      </p>
      {rows.length > 0 && (
        <ul class="catalog">
          {rows.map((row) => (
            <CatalogRow key={row.code} row={row} {...{ state, choose }} />
          ))}
        </ul>
      )}
      <ListLimits {...answer} />
    </>
  );
}
