import { render } from 'preact';
import '../../components/entry.css';
import '../../components/pages.css';
import './lookup.css';
import { copyText } from '../../components/copy-text';
import { LookupPage, type LookupProps } from '../../components/lookup-page';
import { loadChart, loadEntry, loadIndex, loadPlaces } from '../../lookup/load-entries';
import { portalLinks } from '../../report/portal-links';

const root = document.getElementById('root')!;

let known: LookupProps = {
  hash: location.hash,
  index: { state: 'loading' },
  loadEntry,
  loadChart,
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
  loadIndex().then(
    (content) => know({ index: { state: 'loaded', content } }),
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
