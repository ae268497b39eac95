import { append } from './append';
import type { FactRecord } from './fact';
import { POLICIES_OF_SIGN_IN } from './policies-of-sign-in';

/** What tells one sign-in from another, and that a record is more than one of its tabs. */
const OF_MAIN: ReadonlySet<string> = new Set(
  'errorCode requestId correlationId time status user userId userDisplayName app appId ipAddress servicePrincipalId'
    .split(' ')
    .map((name) => `signIn.${name}`),
);

/** Titles of records that may be no more than a part of a sign-in. */
const OF_PARTS: readonly string[] = ['Sign-in details', POLICIES_OF_SIGN_IN];

const isTab = ({ kind, title, facts }: FactRecord): boolean =>
  kind === 'signIn' && OF_PARTS.includes(title) && !facts.some(({ name }) => OF_MAIN.has(name));

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/;

/** The user of a record, or the address that its text names. */
function userOf({ facts }: FactRecord): string | undefined {
  const user = facts.find(({ name }) => name === 'signIn.user')?.value;
  const said = facts.find(({ name }) => name === 'message.description')?.value ?? '';
  return (user ?? ADDRESS.exec(said)?.[0])?.toLowerCase();
}

/** Whether a message tells of another user: the tab behind it may be theirs. */
function isOfAnother(one: FactRecord, main: FactRecord): boolean {
  const user = one.kind === 'message' ? userOf(one) : undefined;
  return user !== undefined && user !== userOf(main);
}

/**
 * Joins the tabs of a sign-in that stand apart from each other, each without what tells whose it is: that of the device,
 * of Conditional Access, of the steps of the authentication. Of several sign-ins none can be told to be theirs.
 *
 * @param records Records of a text.
 * @returns The same records, the tabs in the one sign-in that they are of.
 */
export function withJoinedTabs(records: readonly FactRecord[]): FactRecord[] {
  const tabs = records.filter(isTab);
  const signIns = records.filter((one) => one.kind === 'signIn' && !isTab(one));
  const [main = tabs[0], ...others] = signIns;
  if (!main || others.length) return [...records];
  const strangers = records.filter((one) => isOfAnother(one, main));
  const joined = new Set<FactRecord>();
  const known = new Set(main.facts.map(({ name }) => name));
  for (const tab of tabs) {
    // What both have may differ.
    if (tab === main || tab.facts.some(({ name }) => known.has(name))) continue;
    if (strangers.some(({ from }) => from > main.from === from < tab.from)) continue;
    append(main.facts, tab.facts);
    for (const { name } of tab.facts) known.add(name);
    main.from = Math.min(main.from, tab.from);
    main.to = Math.max(main.to, tab.to);
    joined.add(tab);
  }
  return records.filter((one) => !joined.has(one));
}
