import type { LogRow } from '../log-row';
import type { PatternTexts } from './pattern-rule';

/** What a pattern is about, as far as it is about it. Numbers are counts, times are ISO in UTC, or as a page prints them. */
export interface PatternValues {
  address?: string;
  user?: string;
  app?: string;
  appId?: string;
  place?: string;
  /** The clients that were met. */
  clientApps?: string[];
  code?: string;
  /** Rows that show it. */
  count?: number;
  users?: number;
  apps?: number;
  /** Names of these apps, the first few. */
  appNames?: string[];
  /** Sign-ins that succeeded among what it is about. */
  successes?: number;
  /** Users of these successes, the first few. */
  successUsers?: string[];
  /** Minutes from the first to the last row, at least 1. */
  minutes?: number;
  from?: string;
  to?: string;
  /** The times are in a zone that nobody names. */
  isLocal?: boolean;
}

/** A pattern that the rows show. */
export interface FoundPattern extends PatternTexts {
  /** Id of the rule; several findings of one rule differ in their values. */
  rule: string;
  values: PatternValues;
  /** Rows that show it: the first ones, at most 50, in the order of time. */
  rows: LogRow[];
  /** How many rows show it in all. */
  rowCount: number;
}
