import { codeFromLabeledValue } from '../detection/labels';
import { factOfType, type Fact, type FactRecord, type Source } from './fact';
import { isUnconfirmed, valueInAnyLanguage } from './sign-in-labels';
import { SIGN_IN_FACTS, type SignInFactName } from './sign-in-vocabulary';

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
  [/hybrid|serverad|híbrid|ibrid|ハイブリッド|混合/i, 'hybrid joined'],
  [/regist|inscrit|enregistré|workplace|登録|注册/i, 'registered'],
  [
    /join|azuread|unid|eingebunden|joint|aggiunt|ingress|gekoppeld|toegevoegd|参加|联接|加入/i,
    'joined',
  ],
];

/**
 * Facts that advanced hunting writes as a number.
 * Source: learn.microsoft.com/defender-xdr/advanced-hunting-aadsignineventsbeta-table, of 2025-03-28.
 */
const NUMBERED: ReadonlySet<string> = new Set(['signIn.isCompliant', 'signIn.isManaged']);
const OF_NUMBER: ReadonlyMap<string, string> = new Map([
  ['0', 'NO'],
  ['1', 'YES'],
]);

/** Facts whose empty row is an answer. */
const EMPTY_TELLS: ReadonlySet<string> = new Set([
  'signIn.deviceId',
  'signIn.trustType',
  'signIn.operatingSystem',
]);

/** How a sign-in ended. */
export type Outcome = 'success' | 'failure' | 'interrupted';

/**
 * How a sign-in ended: by its status where that is printed, else by its code.
 *
 * @param status `Success`, `Failure` or `Interrupted`; anything else tells nothing.
 * @param code A canonical code; `0` and undefined are success.
 */
export function outcomeOf(status: string | undefined, code: string | undefined): Outcome {
  if (status === 'Success') return 'success';
  if (status === 'Interrupted') return 'interrupted';
  if (status === 'Failure') return 'failure';
  if (!code?.startsWith('AADSTS')) return 'success';
  return INTERRUPTS.has(code) ? 'interrupted' : 'failure';
}

/** Whether the cell of an error code says that there is none: empty, `None` or `0`. */
export function isNoCode(cell: string): boolean {
  return cell === '0' || NOTHING.test(cell);
}

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
  add(name: SignInFactName, label: string, printed: string, source: Source): void {
    const text = printed.trim();
    // A row without a value tells something of the device alone: the sign-in showed none. Not one that may be another.
    if (!text && (!EMPTY_TELLS.has(name) || isUnconfirmed(label))) return;
    if (name === 'signIn.errorCode') return this.addCode(label, text, source);
    const fact = factOfType(SIGN_IN_FACTS[name][0], name, label, text, source);
    if (name === 'signIn.trustType')
      fact.value = TRUST.find(([form]) => form.test(text))?.[1] ?? text;
    else
      fact.value =
        (NUMBERED.has(name) ? OF_NUMBER.get(text) : undefined) ??
        valueInAnyLanguage(name, text) ??
        fact.value;
    this.facts.push(fact);
  }

  /** `0`, `None` and an empty cell are success; the same code twice is one. */
  private addCode(label: string, text: string, source: Source): void {
    if (this.code !== undefined) return;
    const code = codeFromLabeledValue(text);
    if (!code && !isNoCode(text)) return;
    const fact = factOfType('code', 'signIn.errorCode', label, text, source);
    fact.value = code ?? '0';
    this.facts.push(fact);
  }

  /** The code; `0` for success; undefined where no cell told it. */
  get code(): string | undefined {
    return this.valueOf('signIn.errorCode');
  }

  /** How it ended. */
  get outcome(): Outcome {
    return outcomeOf(this.valueOf('signIn.status'), this.code);
  }

  valueOf(name: SignInFactName): string | undefined {
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
