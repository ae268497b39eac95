import type { Fact, FactRecord } from '../facts/fact';
import { isOurJudgment, type FactName, type RecordKind } from '../facts/vocabulary';
import { i18n } from './i18n';

/** What such a record holds is said elsewhere: the report of a log, the explanation of a message. */
const TOLD_ELSEWHERE: ReadonlySet<RecordKind> = new Set(['log', 'message']);

/** Told from other values of the record rather than printed in it. */
const DERIVED: ReadonlySet<FactName> = new Set([
  'event.code',
  'join.taskIsRunning',
  'request.missing',
  'request.doubled',
  // A row of counts is shown whole.
  'summary.code',
  'summary.count',
  'summary.sharedCount',
  'summary.users',
  'summary.addresses',
  'summary.user',
  'summary.app',
  'summary.ipAddress',
  'summary.first',
  'summary.last',
  'summary.successUser',
  'summary.triedRow',
  'summary.successRow',
  // Said once more, for what compares it.
  'federated.subject',
  'federated.issuer',
  'federated.audience',
  'federated.closestSubject',
  'federated.closestAudience',
  'app.closestRedirectUri',
]);

/** Whether a value stands in the text as it was read. */
const isShown = ({ name, printed }: Fact) =>
  printed !== '' && !isOurJudgment(name) && !DERIVED.has(name);

/** By what somebody knows again which record it is, in the order in which it is named. */
const KNOWN_BY: readonly FactName[] = [
  'signIn.user',
  'signIn.servicePrincipalName',
  'signIn.app',
  'signIn.time',
  'signIn.ipAddress',
  'event.time',
  'device.name',
];

/** Most records whose values are listed, and most values of one. */
const MOST_RECORDS = 3;
const MOST_VALUES = 60;

/** The records of a text whose values are worth listing. */
export function listedRecords(records: readonly FactRecord[]): FactRecord[] {
  return records.filter(({ kind, facts }) => !TOLD_ELSEWHERE.has(kind) && facts.some(isShown));
}

/** The values of a record as they are printed, in the order of the text, each once. */
function valuesOf({ facts }: FactRecord): Fact[] {
  const values = new Map<string, Fact>();
  for (const fact of facts) {
    const key = `${fact.label}\n${fact.printed}`;
    if (isShown(fact) && !values.has(key)) values.set(key, fact);
  }
  return [...values.values()];
}

/** Whose and which sign-in, event or computer it is, as far as the record says so. */
function knownBy({ facts }: FactRecord): string[] {
  return KNOWN_BY.flatMap(
    (wanted) => facts.find(({ name, printed }) => name === wanted && printed)?.printed ?? [],
  );
}

/** Values of the records in a text, folded under a line that says which records they are. */
export function ReadValues({ records }: { records: readonly FactRecord[] }) {
  const [first, second] = records;
  if (!first) return null;
  const titles = [...new Set(records.map(({ title }) => title))].join(', ');
  const heading = second
    ? [i18n.t('findings.readRecords', [String(records.length)]), titles]
    : [titles, ...knownBy(first)];
  return (
    <details class="read-values">
      <summary>
        {i18n.t('findings.read')} <span class="soft">{heading.join(' · ')}</span>
      </summary>
      {records.slice(0, MOST_RECORDS).map((record) => {
        const values = valuesOf(record);
        return (
          <>
            {second && <h3>{i18n.t('findings.place', [record.title, String(record.from)])}</h3>}
            <dl>
              {values.slice(0, MOST_VALUES).map(({ label, printed }) => (
                <div>
                  <dt>{label}</dt>
                  <dd>{printed}</dd>
                </div>
              ))}
            </dl>
            {values.length > MOST_VALUES && (
              <p class="soft">
                {i18n.t('findings.moreValues', [String(values.length - MOST_VALUES)])}
              </p>
            )}
          </>
        );
      })}
      {records.length > MOST_RECORDS && (
        <p class="soft">
          {i18n.t('findings.moreRecords', [String(records.length - MOST_RECORDS)])}
        </p>
      )}
    </details>
  );
}
