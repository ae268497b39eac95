import type { Code } from '../../detection/code';
import type { Command } from '../../lookup/entry';
import type { Weight } from '../weight';

/** The patterns that are looked for. The names are values of `data-pattern`. */
export const PATTERN_NAMES = [
  'spray',
  'failures-then-success',
  'mfa-prompts',
  'device-code-success',
  'app-since',
  'app-outage',
  'legacy-client',
  'one-place',
] as const;

type PatternName = (typeof PATTERN_NAMES)[number];

/** A source of a rule: the same fields as those of an entry. */
interface PatternSource {
  id: string;
  url: string;
  kind: 'vendor' | 'standard' | 'community' | 'observed';
  /** Heading, line or table where the passage stands. */
  at: string;
  /** The page's own date or version. */
  dated: string;
  /** What it says there, in our words. */
  says: string;
}

/** What a rule says of what it finds. Texts hold `{placeholders}` for `PatternValues`, which `patternText` fills in. */
export interface PatternTexts {
  /** The value of `data-pattern`. */
  pattern: PatternName;
  weight: Weight;
  /** A short heading. */
  title: string;
  /** What the rows show, in careful words. `{scope}` is "in this file" or "in the 50 rows shown". */
  says: string;
  /** What else it could be: the harmless reading. */
  unless: string;
  /** What to do now. */
  next: string;
  /** How to see the whole log; of a finding, with its values filled in. */
  commands: Command[];
  sources: PatternSource[];
}

/** What all rules have; `kind` says how rows are looked at. */
interface RuleBase extends PatternTexts {
  id: string;
}

/** One address with failures for many users. */
export interface ManyUsersRule extends RuleBase {
  kind: 'many-users';
  /** Failures that count. */
  codes: Code[];
  /** Codes that come after a right password, as success does: who has one of them knew it. */
  rightPassword: Code[];
  /** Users with failures that one address has at least within `minutes`. */
  users: number;
  minutes: number;
  /** Users who knew their password there at most, as a share of those who failed. An address of many people has more. */
  mostRightShare: number;
  /** Said, and how much it weighs, where one of the users knew the password. */
  withSuccess: { says: string; weight: Weight };
}

/** Rows of one user in the order of time: some that count, then a success. */
export interface ThenSuccessRule extends RuleBase {
  kind: 'then-success';
  /** Codes of the rows that count. */
  codes: Code[];
  /** Protocols or transfer methods of rows that count even where they succeed. */
  protocols: string[];
  /** Rows that count, at least. */
  before: number;
  /** Minutes from one row to the next at most. */
  minutes: number;
  /** What the success shares with the rows before it, beside the user, where both have it. */
  same: ('address' | 'appId' | 'correlationId')[];
  /** Whether each user is a finding, or all users are one. */
  each: 'user' | 'all';
}

/** Rows of one user that count, many within a short time. */
export interface BurstRule extends RuleBase {
  kind: 'burst';
  /** Codes of the rows that count. */
  codes: Code[];
  /** Rows at least within `minutes`. */
  rows: number;
  minutes: number;
  /** Said, and how much it weighs, where a success of the user at the same address follows within `minutes`. */
  withSuccess: { says: string; weight: Weight };
}

/** What a rule about single apps says where so many apps fail with one code at one time. */
interface SeveralApps extends Omit<PatternTexts, 'pattern' | 'sources'> {
  apps: number;
}

/** One app that worked, then failed with one code, and has had no success since, or so few that most attempts fail. */
export interface SinceRule extends RuleBase {
  kind: 'since';
  /** Codes that are about one user or the age of one session, and so no change of the app. */
  notCodes: Code[];
  /** Rows that succeeded before, and that failed since, at least. */
  before: number;
  since: number;
  /** Failures with the code before it at most, as a share of those since; where some succeed, of the attempts before, too. */
  mostBeforeShare: number;
  /** Users that failed since, at least, where the rows are sign-ins of users. */
  users: number;
  severalApps: SeveralApps;
  /**
   * Where some succeed: how many failures there are at least, and successes before, and what is said of one app or of
   * several. So many users of those that fail worked before.
   */
  partial: { failures: number } & Pick<PatternTexts, 'weight' | 'title' | 'says' | 'unless'>;
}

/**
 * One app that worked, failed with one code for a while, and worked again; and several apps of which at least half of the
 * attempts did, where some succeeded meanwhile.
 */
export interface OutageRule extends RuleBase {
  kind: 'outage';
  /** Codes that are about one user or the age of one session, and so no fault of the app. */
  notCodes: Code[];
  /** Rows that failed in the meantime, and that succeeded before and after, at least. */
  failures: number;
  around: number;
  /** Failures with the code outside of the outage at most, as a share of those within. */
  mostOutsideShare: number;
  /** Users that failed, at least, where the rows are sign-ins of users. */
  users: number;
  severalApps: SeveralApps;
  /**
   * Where some succeeded: how long it lasts at most, how soon before and after it each app worked, and what is said. So many
   * users of those that failed worked before or after it.
   */
  partial: { minutes: number; says: string };
}

/** Rows of clients that the data name. */
export interface ClientRule extends RuleBase {
  kind: 'client';
  /** Values of `clientApp` that count, as the beginning of the text in lower case. */
  clients: string[];
  /** Said, and how much it weighs, where all of them failed. */
  withoutSuccess: { says: string; weight: Weight };
}

/** Failures with one code of several users, which come from one address or place that others sign in without. */
export interface OnePlaceRule extends RuleBase {
  kind: 'one-place';
  /** Failures and users at least. */
  rows: number;
  users: number;
  /** Share of the failures that the place has at least, and of the other rows at most: 0 to 1. */
  shareOfFailures: number;
  shareOfOthers: number;
}

/** A rule of knowledge/rules/patterns.yml, compiled. */
export type PatternRule =
  ManyUsersRule | ThenSuccessRule | BurstRule | SinceRule | OutageRule | ClientRule | OnePlaceRule;
