import { useState } from 'preact/hooks';
import { patternText } from '../log/patterns/pattern-text';
import { start } from '../messaging/start';
import { CopyButton, type Copy } from './copy-button';
import { i18n } from './i18n';
import type { PagePattern, PatternPlace } from './page-pattern';
import { PatternDetails } from './pattern-details';

/** So many stand there at once: more would push the codes of the page away. */
const AT_ONCE = 2;

interface Props {
  patterns: readonly PagePattern[];
  /** Shows a row on the page. Answers false where the page no longer draws it. */
  showRow: (place: PatternPlace) => Promise<boolean>;
  copy: Copy;
}

/** One pattern: what the rows say, the way to them, and the query for the whole log. */
function Pattern({ pattern, showRow, copy }: { pattern: PagePattern } & Omit<Props, 'patterns'>) {
  const { found, count, places } = pattern;
  const [at, setAt] = useState(-1);
  const [isGone, setGone] = useState(false);
  const text = (one: string) =>
    patternText(one, found.values, i18n.t('popup.pattern.scope', [String(count)]));
  const next = (at + 1) % places.length;
  const show = async () => {
    const isShown = await showRow(places[next]!);
    setAt(next);
    setGone(!isShown);
  };
  return (
    <article class={`pattern weight-${found.weight}`} data-pattern={found.pattern}>
      <p>
        <b class={`tone-${found.weight}`}>{i18n.t(`log.weight.${found.weight}`)}</b>{' '}
        {text(found.says)}
      </p>
      <div class="actions">
        {places.length > 0 && (
          <button type="button" onClick={() => start('showing a row of a pattern', show)}>
            {at < 0
              ? i18n.t('popup.pattern.show', [String(places.length)])
              : i18n.t('popup.pattern.next', [String(at + 1), String(places.length)])}
          </button>
        )}
        {found.commands[0] && (
          <CopyButton
            label={i18n.t('popup.pattern.copy')}
            of={found.commands[0].code}
            text={() => found.commands[0]!.code}
            copy={copy}
          />
        )}
      </div>
      <p role="status" class={isGone ? 'warn' : 'hidden'}>
        {isGone
          ? i18n.t('popup.pattern.gone', [String(at + 1)])
          : at < 0
            ? ''
            : i18n.t('popup.pattern.shown', [String(at + 1), String(places.length)])}
      </p>
      <details>
        <summary>{i18n.t('popup.pattern.more')}</summary>
        <p class="soft">{text(found.unless)}</p>
        <p>{i18n.t('findings.next', [text(found.next)])}</p>
        <p class="soft">{i18n.t('popup.pattern.limit')}</p>
        <PatternDetails pattern={found} unit="row" copy={copy} />
      </details>
    </article>
  );
}

/** What the rows that the page shows say together, carefully: rows that it has not drawn are unknown. */
export function PagePatterns({ patterns, ...means }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (!patterns.length) return null;
  const shown = isOpen ? patterns : patterns.slice(0, AT_ONCE);
  return (
    <section class="patterns" aria-label={i18n.t('log.patterns')}>
      {shown.map((pattern) => {
        const { rule, values } = pattern.found;
        return <Pattern key={`${rule} ${JSON.stringify(values)}`} {...{ pattern, ...means }} />;
      })}
      {patterns.length > AT_ONCE && (
        <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {i18n.t(isOpen ? 'card.less' : 'popup.pattern.all', [String(patterns.length)])}
        </button>
      )}
    </section>
  );
}
