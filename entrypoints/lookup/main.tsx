import { render } from 'preact';
import '../../components/entry.css';
import '../../components/pages.css';
import '../../components/paste-findings.css';
import '../../components/guide.css';
import './lookup.css';
import { codeRules } from '../../background/code-rules';
import { copyText } from '../../components/copy-text';
import { LookupPage, type LookupProps } from '../../components/lookup-page';
import {
  loadChart,
  loadEntry,
  loadGuide,
  loadGuides,
  loadIndex,
  loadPlaces,
} from '../../lookup/load-entries';
import { createReader } from '../../messaging/ask-reader';
import { portalLinks } from '../../report/portal-links';
import { readTicks, saveTicks } from '../../settings/ticks';

const root = document.getElementById('root')!;

let known: LookupProps = {
  hash: location.hash,
  index: { state: 'loading' },
  guides: [],
  loadEntry,
  loadChart,
  loadGuide,
  loadRules: codeRules,
  ticks: { read: readTicks, save: saveTicks },
  readPaste: createReader('/read.js'),
  places: {},
  copy: copyText,
  go: (hash) => (location.hash = hash),
};

function know(more: Partial<LookupProps>): void {
  known = { ...known, ...more };
  render(<LookupPage {...known} />, root);
}

function readIndex(): void {
  know({ index: { state: 'loading' } });
  Promise.all([loadIndex(), loadGuides()]).then(
    ([content, guides]) => know({ index: { state: 'loaded', content }, guides }),
    () => know({ index: { state: 'failed', retry: readIndex } }),
  );
}

addEventListener('hashchange', () => know({ hash: location.hash }));
readIndex();
// Without the places, what would be links are words.
loadPlaces().then(
  (places) => know({ places: portalLinks(places, '') }),
  () => {},
);
