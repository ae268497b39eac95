import { findLabeledId, type SignInIds } from '../detection/find-ids';
import { joinReadings, readSignInPane } from '../facts/read-sign-in-pane';
import { factOfHeading } from '../facts/sign-in-fields';
import { factOfType, type FactRecord } from '../facts/fact';
import { placeOfSignIn } from '../facts/sign-in-vocabulary';
import { allIn, holds, isConnected, rootOfPage, textOf } from '../finder/dom';
import type { Hit } from '../finder/hits';
import type { PageHandle } from '../finder/page-handle';
import { answerQuestions } from '../diagnosis/answer-questions';
import { judgeCauses } from '../diagnosis/judge-causes';
import type { CodeRules } from '../diagnosis/rule';
import type { SignInRecord } from '../components/explained';
import { openedApp } from '../report/opened-app';
import { drawnCells, openTab, rowCells } from './drawn-cells';
import { recordNear, type RecordPlace } from './page-ids';
import { messageNear } from './page-message';

/** Less than this many facts make no record: prose, documentation, a terminal. */
const LEAST_FACTS = 3;

/** Reads the sign-ins of one frame. What the tabs of a pane said stays known while the pane stands. */
export interface RecordReader {
  /**
   * What the page says of the sign-in that a code belongs to.
   * @param rules What a record can tell of the code; absent where nothing.
   */
  read(hit: Hit, rules: CodeRules | undefined): SignInRecord;
  /** Calls back when the page changed what it says of that sign-in. */
  follow(hit: Hit, changed: () => void, signal: AbortSignal): void;
  /** The pane that shows the sign-in, while it does: another tab of it may be open than the one that holds the code. */
  paneOf(hit: Hit): Pane | undefined;
}

/** What is known of the sign-in that a pane with tabs shows. */
export interface Pane {
  code: string;
  root: Element;
  /** The list of its tabs. */
  tabs: Element;
  ids: SignInRecord['ids'];
  message: string;
  facts: FactRecord;
}

const isLabel = (text: string) => factOfHeading(text) !== undefined;

/** @param page The handle of the frame. */
export function createRecordReader(
  page: Pick<PageHandle, 'hitsAt' | 'hits' | 'isSignIn'>,
): RecordReader {
  const panes = new WeakMap<Element, Pane>();
  const panesOfHits = new WeakMap<Hit, Pane>();

  const factsIn = ({ root, row }: RecordPlace): FactRecord =>
    row
      ? readSignInPane(rowCells(row))
      : readSignInPane(root ? drawnCells(root, isLabel) : [], root && openTab(root).name);

  /** The pane of a hit brought up to date. undefined where it has none, or shows another sign-in by now. */
  const update = (hit: Hit): Pane | undefined => {
    const known = panesOfHits.get(hit);
    if (page.hits.has(hit) && isConnected(hit.block)) {
      const place = recordNear(hit, page);
      const { root } = place;
      const { tabs } = root ? openTab(root) : {};
      if (!root || !tabs) return undefined;
      const before = panes.get(root);
      const now = withCode(factsIn(place), hit);
      const isSame = before?.code === hit.code;
      const joined = (isSame && joinReadings(before.facts, now)) || undefined;
      const pane: Pane = {
        code: hit.code,
        root,
        tabs,
        ids: joined ? { ...before!.ids, ...place.ids } : place.ids,
        message: messageNear(hit, page.isSignIn),
        facts: joined ?? now,
      };
      panes.set(root, pane);
      panesOfHits.set(hit, pane);
      return pane;
    }
    // The code is in another tab: what is open now belongs to the same sign-in, unless it says otherwise.
    const current = known && panes.get(known.root);
    if (!current || current.code !== hit.code || !isConnected(current.root)) return undefined;
    if ([...page.hits].some((other) => holds(current.root, other.block))) return undefined;
    const { tabs } = openTab(current.root);
    if (!tabs) return undefined;
    const joined = joinReadings(current.facts, factsIn({ ids: {}, root: current.root }));
    if (!joined) {
      panes.delete(current.root);
      return undefined;
    }
    const pane = { ...current, tabs, facts: joined };
    panes.set(current.root, pane);
    panesOfHits.set(hit, pane);
    return pane;
  };

  return {
    read(hit, rules) {
      const pane = update(hit);
      const place: RecordPlace = pane ?? recordNear(hit, page);
      const facts = withMessage(pane?.facts ?? withCode(factsIn(place), hit), hit);
      const isRecord = new Set(facts.facts.map(({ name }) => name)).size > LEAST_FACTS;
      return {
        ids: { ...(page.isSignIn && shownAccount()), ...place.ids },
        message: pane?.message ?? messageNear(hit, page.isSignIn),
        opened: openedApp(location.href),
        ...(rules && judged(facts, rules, isRecord)),
      };
    },
    follow(hit, changed, signal) {
      const pane = panesOfHits.get(hit);
      const { root, row }: Partial<RecordPlace> = pane ?? recordNear(hit, page);
      const watched = root ?? row;
      if (!watched) return;
      let isAsked = false;
      const observer = new MutationObserver(() => {
        if (isAsked) return;
        isAsked = true;
        // Once for each frame that is drawn, however often the page writes.
        requestAnimationFrame(() => {
          isAsked = false;
          if (!signal.aborted) changed();
        });
      });
      observer.observe(watched, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
        attributeFilter: ['aria-selected', 'aria-hidden', 'hidden'],
      });
      signal.addEventListener('abort', () => observer.disconnect());
    },
    paneOf: update,
  };
}

/** The account that a sign-in page shows above what it says. It has no label. */
function shownAccount(): SignInIds {
  const [account] = allIn(rootOfPage()!, '#displayName');
  return findLabeledId('UPN', (account && textOf(account)) ?? '');
}

/** A record with the code that was found in it, which a page may name without a label. */
function withCode(record: FactRecord, { code, spelling }: Hit): FactRecord {
  if (record.codes.includes(code)) return record;
  const facts = record.facts.filter(({ name }) => name !== 'signIn.errorCode');
  const fact = factOfType('code', 'signIn.errorCode', '', spelling, { line: 1 });
  return { ...record, facts: [...facts, { ...fact, value: code }], codes: [code] };
}

/** A message of the service: `AADSTS50011: The redirect URI …`. */
const MESSAGE = /AADSTS\d{4,8}\s{0,2}[:：]\s*\S/i;

/** A record with the message that the code stands in, which sign-in pages and apps print without a label. */
function withMessage(record: FactRecord, { block }: Hit): FactRecord {
  if (record.facts.some(({ name }) => name === 'signIn.failureReason')) return record;
  const text = (textOf(block) ?? '').replace(/\s+/g, ' ').trim();
  if (!MESSAGE.test(text)) return record;
  const fact = factOfType('text', 'signIn.failureReason', 'Message', text, { line: 1 });
  return { ...record, facts: [...record.facts, fact] };
}

/** What is told of causes and questions. Where no record is drawn, nobody is sent to look for the rest of it. */
function judged(record: FactRecord, rules: CodeRules, isRecord: boolean): Partial<SignInRecord> {
  const causes = judgeCauses(record, rules.causes, placeOfSignIn);
  if (!isRecord && causes.every(({ state }) => state === 'unknown')) return {};
  return {
    causes: isRecord ? causes : causes.map((cause) => ({ ...cause, lookAt: [] })),
    answers: answerQuestions(record, rules.answers),
  };
}
