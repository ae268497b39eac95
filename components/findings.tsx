import type { JudgedCause } from '../diagnosis/judge-causes';
import type { Fact } from '../facts/fact';
import type { Cause, Entry } from '../lookup/entry';
import { showFact } from '../report/show-fact';
import { Evidence } from './evidence';
import { i18n } from './i18n';
import { Words } from './words';

/** A cause, with how to tell. */
function CauseText({ name, tell }: Cause) {
  return (
    <>
      <b>
        <Words of={name} />
      </b>
      <span class="soft">
        <Words of={tell} />
      </span>
    </>
  );
}

/** Causes, each with how to tell. */
function Causes({ of }: { of: Cause[] }) {
  return (
    <ol class="causes">
      {of.map((cause) => (
        <li>
          <CauseText {...cause} />
        </li>
      ))}
    </ol>
  );
}

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

interface Props extends Pick<Entry, 'causes' | 'fix'> {
  /** How the record stands to them; absent where none was read. */
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
  if (!judged.length) return <Causes of={causes} />;
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
          const lookAt = states.get(cause.id ?? '')?.lookAt ?? [];
          return (
            <li>
              <CauseText {...cause} />
              {lookAt.length > 0 && (
                <span class="look">{i18n.t('card.notVisible', [lookAt.join('; ')])}</span>
              )}
            </li>
          );
        })}
      </ol>
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
