import { render } from 'preact';
import { Popup } from '../../components/popup';
import type { PopupProps } from '../../components/popup-props';

const root = document.getElementById('root')!;
const draw = (props: PopupProps) => render(<Popup {...props} />, root);
const nothing = () => {};

/** How long the rest waits for the first frame, in milliseconds. */
const LONGEST_WAIT = 100;

// The search field stands and takes keys before the index, the tab and the settings are read.
const waiting: PopupProps = {
  catalog: 'loading',
  answer: () => undefined,
  lineOf: () => undefined,
  readPaste: () => new Promise(nothing),
  tab: undefined,
  patterns: [],
  site: { isRefused: false },
  hidesExpected: false,
  lacksAccess: false,
  places: {},
  support: { supportName: '', supportUrl: '' },
  loadEntry: () => new Promise(nothing),
  loadRules: () => new Promise(nothing),
  copy: async () => false,
  openLookup: nothing,
  openCatalog: nothing,
  openOptions: nothing,
  explainOnce: nothing,
  stopOnce: nothing,
  allowSite: nothing,
  removeSite: nothing,
  hideExpected: nothing,
  tableText: async () => '',
  report: async () => '',
  reveal: async () => false,
  showRow: async () => false,
  askForAccess: nothing,
  close: () => window.close(),
  Below: undefined,
  kept: { recent: [], pinned: [] },
  mostPinned: 0,
  isNotKept: false,
  remember: nothing,
  pin: nothing,
  forgetKept: nothing,
};
/** A style sheet keeps the first frame waiting, so that what this needs stands in the page. A bare popup is better than none. */
const styled = import('./styles').catch(nothing);

/** When the field was drawn. A popup that nobody sees draws no frame, and does not wait for one. */
const drawn = Promise.race([
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT)),
]);
styled
  .then(() => draw(waiting))
  .then(() => drawn)
  .then(() => Promise.all([import('./connect'), import('../../components/popup-below')]))
  .then(
    ([{ connect }, { PopupBelow }]) => connect({ ...waiting, Below: PopupBelow }, draw),
    () => draw({ ...waiting, catalog: 'failed' }),
  );
