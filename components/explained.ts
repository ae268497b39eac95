import type { SignInIds } from '../detection/find-ids';
import type { Code } from '../detection/code';
import type { KnownAnswers } from '../diagnosis/answer-questions';
import type { JudgedCause } from '../diagnosis/judge-causes';
import type { Entry } from '../lookup/entry';
import type { OpenedApp } from '../report/opened-app';
import type { ComponentChildren } from 'preact';
import type { Copy } from './copy-button';
import type { ShowEvidence } from './evidence';

/** What is read of the one sign-in that a code belongs to. */
export interface SignInRecord {
  /** Ids of this sign-in, read beside the code. */
  ids: SignInIds;
  /** What the page itself says of the error. Absent on our own pages. */
  message?: string;
  /** What the person tried to open, as far as the page's address tells. */
  opened?: OpenedApp;
  /** What its row shows together with the rows around it, drawn under the head of the card. */
  row?: ComponentChildren;
  /** How the record stands to the causes that it can tell. Absent where no record was read. */
  causes?: readonly JudgedCause[];
  /** The questions of the diagnosis that it answers. */
  answers?: KnownAnswers;
}

/** The tabs whose bodies a host page loads when somebody looks at a code. */
export type LateTab = 'causes' | 'commands' | 'diagnose' | 'user';

/**
 * Draws the body of a tab.
 * @param showEvidence How its statements show what they rest on.
 */
export type DrawPanel = (
  tab: LateTab,
  explained: Explained,
  showEvidence: ShowEvidence,
) => ComponentChildren;

/** A code on a page or in a pasted text, with all that its explanation needs. */
export interface Explained extends SignInRecord {
  code: Code;
  /** Absent when nothing is known of the code. */
  entry: Entry | undefined;
  /** Absent while it is on its way; 'failed' where it could not be loaded. */
  drawPanel?: DrawPanel | 'failed';
  /** Reads the record anew. Never rejects. Absent where all that there is to read was read. */
  readRecord?: () => Promise<SignInRecord>;
  /** Gathers what a person sends to IT. Never rejects. Absent on our own pages. */
  ticket?: () => Promise<string>;
  /** False where the page is not Microsoft's and says so. */
  isMicrosoft: boolean;
  places: Record<string, string>;
  supportName: string;
  supportUrl: string;
  copy: Copy;
  /** Opens the full entry of a code in a tab, or a guide (`guide/NAME`). */
  openLookup: (code: Code) => void;
}
