import type { Finding } from '../diagnosis/diagnose';
import type { Check } from '../lookup/guide';
import { i18n } from './i18n';
import type { Ticks } from './use-ticks';
import { Words } from './words';

/** What a pasted text says of one item: the findings of its rules, the gravest first. */
export interface CheckState {
  verdict: Finding['verdict'] | undefined;
  findings: Finding[];
}

const GRAVITY: Finding['verdict'][] = ['fails', 'unknown', 'fine'];

/** Holds an item against what was found in a text. One record in which it fails is enough. */
export function judgeCheck({ rules }: Check, findings: readonly Finding[]): CheckState {
  const own = findings.filter(({ rule }) => rules.includes(rule));
  const verdict = GRAVITY.find((one) => own.some((finding) => finding.verdict === one));
  return { verdict, findings: own.filter((finding) => finding.verdict === verdict) };
}

const SIGN = { fails: '✗', unknown: '?', fine: '✓' };
const PILL = { fails: 'high', unknown: 'it', fine: 'ok' };

/** The lines of the text that decided, each once, with what they say. */
function Told({ findings }: { findings: Finding[] }) {
  const shown = new Set<string>();
  const isNew = (text: string) => !shown.has(text) && !!shown.add(text);
  return (
    <>
      {findings.map(({ says, evidence, record }) => (
        <>
          {isNew(says) && <p class="told">{says}</p>}
          {evidence
            .map(({ label, printed, source }) => ({
              text: `${label}: ${printed || '–'}`,
              place: i18n.t('findings.place', [record.title, String(source.line)]),
            }))
            .filter(({ text, place }) => isNew(`${text} ${place}`))
            .map(({ text, place }) => (
              <p class="shown">
                <code>{text}</code> {place}
              </p>
            ))}
        </>
      ))}
    </>
  );
}

interface Props {
  /** The name of the guide, which tells its boxes apart from others. */
  guide: string;
  checks: Check[];
  findings: readonly Finding[];
  ticks: Ticks;
}

/** Items to tick. What a pasted text says of one is shown beside it, and ticks it where it is fine. */
export function Checklist({ guide, checks, findings, ticks }: Props) {
  return (
    <ul class="checklist">
      {checks.map((check) => {
        const { id, name, how, good, bad } = check;
        const { verdict, findings: own } = judgeCheck(check, findings);
        const box = `check-${guide}-${id}`;
        return (
          <li key={id} data-check={id} data-state={verdict ?? ''}>
            <input
              type="checkbox"
              id={box}
              checked={ticks.byHand.get(id) ?? verdict === 'fine'}
              onChange={(event) => ticks.set(id, event.currentTarget.checked)}
            />
            <div>
              <label for={box}>
                <Words of={name} />
              </label>{' '}
              {verdict && (
                <span class={`pill ${PILL[verdict]}`}>
                  <span aria-hidden="true">{SIGN[verdict]} </span>
                  {i18n.t(`guide.${verdict}`)}
                </span>
              )}
              {verdict && <Told findings={own} />}
              <p>
                <Words of={how} />
              </p>
              <p>
                <b>{i18n.t('guide.good')}:</b> <Words of={good} />
              </p>
              <p>
                <b>{i18n.t('guide.bad')}:</b> <Words of={bad} />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
