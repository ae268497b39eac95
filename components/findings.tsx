import type { JudgedCause } from '../diagnosis/judge-causes';
import type { Fact } from '../facts/fact';
import type { Cause, Entry } from '../lookup/entry';
import { showFact } from '../report/show-fact';
import { CauseText } from './causes';
import { Evidence } from './evidence';
import { i18n } from './i18n';
import { Words } from './words';

/** The values of a record that something is told by, as the page prints them. */
export function Facts({ of }: { of: readonly Fact[] }) {
  return (
    <>
      {[...new Set(of.map(showFact))].map((text) => (
        <>
          {' '}
          <span class="ev">{text}</span>
        </>
      ))}
    </>
  );
}

/** `1, 2, and 4` */
const LIST = new Intl.ListFormat('en');

interface Props extends Pick<Entry, 'causes' | 'fix'> {
  /** How the record stands to them. */
  judged: readonly JudgedCause[] | undefined;
}

/**
 * Causes as the record of this sign-in shows them: those that fit come first, with what shows it and the step that ends
 * them; then those that it leaves open, with where to look; those that it rules out fold away.
 */
export function Findings({ causes = [], fix = [], judged = [] }: Props) {
  const states = new Map(judged.map((one) => [one.cause, one]));
  const stateOf = ({ id = '' }: Cause) => states.get(id)?.state ?? 'unknown';
  const inState = (state: JudgedCause['state']) => causes.filter((one) => stateOf(one) === state);
  const [fitting, open, out] = [inState('fits'), inState('unknown'), inState('ruled out')];
  // Where to look is said once for all causes that wait for it, and names them by their numbers in the list.
  const waiting = new Map<string, number[]>();
  const lookAt = ({ id = '' }: Cause) => states.get(id)?.lookAt.join('; ') ?? '';
  for (const [at, cause] of open.entries())
    waiting.set(lookAt(cause), [...(waiting.get(lookAt(cause)) ?? []), fitting.length + 1 + at]);
  const shared = [...waiting].filter(([place, causes]) => place && causes.length > 1);
  return (
    <div class="findings">
      {fitting.length > 0 && (
        <ul class="causes" aria-label={i18n.t('card.fits')}>
          {fitting.map((cause) => {
            const { evidence, isOurs } = states.get(cause.id!)!;
            const step = fix.find(({ causes: ended }) => ended?.includes(cause.id!));
            return (
              <li class="fits">
                <span class="pill you">{i18n.t('card.fits')}</span>
                <Facts of={evidence} />
                <Evidence.Consumer>{(show) => isOurs && show([])}</Evidence.Consumer>
                <CauseText {...cause} />
                {step && (
                  <span class="step">
                    <b>{i18n.t('card.next')}</b> <Words of={step.text} />
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <ol class="causes" start={fitting.length + 1}>
        {open.map((cause) => {
          const place = lookAt(cause);
          return (
            <li>
              <CauseText {...cause} />
              {place && waiting.get(place)!.length === 1 && (
                <span class="look">{i18n.t('card.notVisible', [place])}</span>
              )}
            </li>
          );
        })}
      </ol>
      {shared.map(([place, causes]) => (
        <p class="look">{i18n.t('card.notVisibleFor', [LIST.format(causes.map(String)), place])}</p>
      ))}
      {out.length > 0 && (
        <details>
          <summary>{i18n.t('card.ruledOut', [String(out.length)])}</summary>
          <ul class="causes">
            {out.map((cause) => (
              <li>
                <b>
                  <Words of={cause.name} />
                </b>
                <Facts of={states.get(cause.id!)!.evidence} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
