import { render } from 'preact';
import '../../components/entry.css';
import '../../components/pages.css';
import './lookup.css';
import { copyText } from '../../components/copy-text';
import { LookupPage } from '../../components/lookup-page';
import { loadEntry, loadIndex, loadPlaces } from '../../lookup/load-entries';
import { portalLinks } from '../../report/portal-links';

const root = document.getElementById('root')!;
let places: Record<string, string> = {};

function draw(): void {
  render(
    <LookupPage
      hash={location.hash}
      loadIndex={loadIndex}
      loadEntry={loadEntry}
      places={places}
      copy={copyText}
      go={(hash) => (location.hash = hash)}
    />,
    root,
  );
}

addEventListener('hashchange', draw);
draw();
// Without the places, what would be links are words.
loadPlaces().then(
  (loaded) => {
    places = portalLinks(loaded, '');
    draw();
  },
  () => {},
);
