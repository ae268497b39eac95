import type { ComponentType } from 'preact';
import type { Code } from '../detection/code';
import type { Answer } from '../lookup/answer';
import type { IndexLine } from '../lookup/index-line';
import type { Copy } from './copy-button';
import type { Kept } from './kept-codes';
import type { PagePattern, PatternPlace } from './page-pattern';
import type { BelowProps } from './popup-below';
import type { SiteState } from './site-offer';
import type { TabState } from './tab-message';
import type { LoadEntry } from './use-entry';
import type { LoadRules } from './use-judged';
import type { ReadPaste } from './use-paste';

/** What the popup is given: the catalog, the tab it stands over, what is kept, and what its buttons do. */
export interface PopupProps {
  /** Whether the catalog is there. Codes are recognized without it, words are not. */
  catalog: 'loading' | 'failed' | 'ready';
  /** What a typed or pasted text is answered with. */
  answer: (text: string) => Answer | undefined;
  lineOf: (code: Code) => IndexLine | undefined;
  /** Reads the records in a pasted text. */
  readPaste: ReadPaste;
  /** Absent until the tab has answered. */
  tab: TabState | undefined;
  /** What the rows of its lists show together, worst first. */
  patterns: readonly PagePattern[];
  /** What can be decided about its site, and whether the browser refused the last wish. */
  site: SiteState & { isRefused: boolean };
  /** Whether the list of the page leaves out the codes that need no action. */
  hidesExpected: boolean;
  /** Missing access to the default sites, which a click can ask for. */
  lacksAccess: boolean;
  loadEntry: LoadEntry;
  loadRules: LoadRules;
  places: Record<string, string>;
  support: { supportName: string; supportUrl: string };
  copy: Copy;
  /** Opens the full entry of a code in a tab, or a guide (`guide/NAME`). */
  openLookup: (code: Code) => void;
  openCatalog: () => void;
  openOptions: () => void;
  /** Opens the lookup beside the page. Absent until the window is known. */
  openPanel?: () => void;
  explainOnce: () => void;
  stopOnce: () => void;
  /** Ask for a site, by match patterns, or give it back. */
  allowSite: (origins: string[]) => void;
  removeSite: (origins: string[]) => void;
  hideExpected: (isHiding: boolean) => void;
  /** Makes a table of text: Markdown, or CSV for a spreadsheet. */
  tableText: (form: 'markdown' | 'csv', rows: string[][]) => Promise<string>;
  /** Reads the page anew and says what it is made of, without personal data. */
  report: () => Promise<string>;
  /**
   * Shows a code of the page in the page itself: at the place asked for, else at the next one. Answers false where the
   * page cannot.
   */
  reveal: (code: Code, place?: number) => Promise<boolean>;
  /** Shows a row of a pattern in the page. Answers false where the page no longer draws it. */
  showRow: (place: PatternPlace) => Promise<boolean>;
  askForAccess: () => void;
  close: () => void;
  /** Pinned and recent codes; none where they are turned off. */
  kept: Kept;
  /** How many codes can be pinned. */
  mostPinned: number;
  /** The last press on a pin, or to forget them, could not be stored. */
  isNotKept: boolean;
  /** What stands below the field. It is most of the popup's code, and comes after the field takes keys. */
  Below: ComponentType<BelowProps> | undefined;
  remember: (code: Code) => void;
  pin: (code: Code, isPinned: boolean) => void;
  forgetKept: () => void;
}
