import { render } from 'preact';
import '../../components/entry.css';
import '../../components/pages.css';
import '../../components/paste-findings.css';
import '../../components/kept-codes.css';
import '../../components/patterns.css';
import './popup.css';
import { Popup, type PopupProps } from '../../components/popup';

const root = document.getElementById('root')!;
const draw = (props: PopupProps) => render(<Popup {...props} />, root);
const nothing = () => {};

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
  kept: { recent: [], pinned: [] },
  remember: nothing,
  pin: nothing,
  forgetKept: nothing,
};
draw(waiting);
import('./connect').then(
  ({ connect }) => connect(waiting, draw),
  () => draw({ ...waiting, catalog: 'failed' }),
);
