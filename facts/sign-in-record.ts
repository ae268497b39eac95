import { codeFromLabeledValue } from '../detection/labels';
import { makeFact, type Fact, type FactRecord, type Source } from './fact';
import type { FactName } from './vocabulary';

/**
 * Steps of ordinary sign-ins that the log lists with a code: more is asked of the user, or the app goes on.
 * Source: the descriptions in learn.microsoft.com/entra/identity-platform/reference-error-codes.
 */
const INTERRUPTS = new Set(
  '50055 50058 50072 50074 50076 50079 50097 50125 50127 50129 50140 50158 50199 51006 16000'
    .split(' ')
    .map((number) => `AADSTS${number}`),
);

/** Words that mean that a cell is empty. */
const NOTHING = /^(?:none|null|ninguno|n\/a|-)?$/i;

/** Hybrid first, since its name holds the others'. */
const TRUST: readonly (readonly [RegExp, string])[] = [
  [/hybrid|serverad|híbrid/i, 'hybrid joined'],
  [/regist|workplace/i, 'registered'],
  [/join|azuread|unid/i, 'joined'],
];

/** The words of the portal and of Graph for one thing. */
const WORDS: Readonly<Partial<Record<FactName, Readonly<Record<string, string>>>>> = {
  'signIn.conditionalAccess': { 'not applied': 'notApplied' },
  'signIn.authenticationRequirement': {
    'single-factor authentication': 'singleFactorAuthentication',
    'multifactor authentication': 'multiFactorAuthentication',
    'multi-factor authentication': 'multiFactorAuthentication',
  },
  'signIn.status': { fallo: 'Failure', correcto: 'Success', interrumpido: 'Interrupted' },
};

/** A sign-in while it is read. */
export class SignIn {
  readonly facts: Fact[] = [];

  /**
   * Takes one cell.
   *
   * @param name The fact that it is.
   * @param label The heading or key as printed.
   * @param printed The value as printed.
   */
  add(name: FactName, label: string, printed: string, source: Source): void {
    const text = printed.trim();
    if (!text) return;
    if (name === 'signIn.errorCode') return this.addCode(label, text, source);
    const fact = makeFact(name, label, text, source);
    if (name === 'signIn.trustType')
      fact.value = TRUST.find(([form]) => form.test(text))?.[1] ?? text;
    else fact.value = WORDS[name]?.[text.toLowerCase()] ?? fact.value;
    this.facts.push(fact);
  }

  /** `0`, `None` and an empty cell are success; the same code twice is one. */
  private addCode(label: string, text: string, source: Source): void {
    if (this.code !== undefined) return;
    const code = codeFromLabeledValue(text);
    if (!code && !NOTHING.test(text) && text !== '0') return;
    const fact = makeFact('signIn.errorCode', label, text, source);
    fact.value = code ?? '0';
    this.facts.push(fact);
  }

  /** The code; `0` for success; undefined where no cell told it. */
  get code(): string | undefined {
    return this.valueOf('signIn.errorCode');
  }

  /** How it ended: by its status where that is printed, else by its code. */
  get outcome(): 'success' | 'failure' | 'interrupted' {
    const status = this.valueOf('signIn.status');
    if (status === 'Success') return 'success';
    if (status === 'Interrupted') return 'interrupted';
    if (status === 'Failure') return 'failure';
    if (!this.code?.startsWith('AADSTS')) return 'success';
    return INTERRUPTS.has(this.code) ? 'interrupted' : 'failure';
  }

  valueOf(name: FactName): string | undefined {
    return this.facts.find((fact) => fact.name === name)?.value;
  }

  /** The finished record. */
  record(title: string, from: number, to: number, isCutOff: boolean): FactRecord {
    const code = this.code;
    return {
      kind: 'signIn',
      title,
      facts: this.facts,
      codes: code?.startsWith('AADSTS') ? [code] : [],
      doubts: isCutOff ? ['cut off'] : [],
      from,
      to,
    };
  }
}

/**
 * The record of a whole export: what it is, and how many sign-ins of which outcome it has.
 *
 * @param values Values by fact, such as `log.rows`; those that are undefined are left out.
 */
export function logRecord(
  title: string,
  values: Partial<Record<Extract<FactName, `log.${string}`>, string | number | undefined>>,
  from: number,
  to: number,
  isCutOff: boolean,
): FactRecord {
  const facts = Object.entries(values).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [makeFact(name as FactName, name.slice('log.'.length), String(value), { line: from })],
  );
  const doubts: FactRecord['doubts'] = isCutOff ? ['cut off'] : [];
  return { kind: 'log', title, facts, codes: [], doubts, from, to };
}

/** Counts of an export, for `logRecord`. */
export function countOf(signIns: readonly SignIn[], isCutOff: boolean) {
  const outcomes = signIns.map(({ outcome }) => outcome);
  return {
    'log.rows': isCutOff ? `${signIns.length} (cut off)` : signIns.length,
    'log.failures': outcomes.filter((one) => one === 'failure').length,
    'log.interrupted': outcomes.filter((one) => one === 'interrupted').length,
  };
}
