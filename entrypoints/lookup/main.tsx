import { render } from 'preact';
import '../../components/entry.css';
import '../../components/pages.css';
import './lookup.css';
import { LookupPage } from '../../components/lookup-page';
import { loadEntry, loadIndex, loadPlaces } from '../../lookup/load-entries';
import { readText } from '../../lookup/read-text';
import { createSearch } from '../../lookup/search';
import { portalLinks } from '../../report/portal-links';

const [lines, places] = await Promise.all([loadIndex(), loadPlaces()]);
const search = createSearch(lines);
const links = portalLinks(places, '');

function draw(): void {
  render(
    <LookupPage
      hash={location.hash}
      lines={lines}
      search={search}
      readText={readText}
      loadEntry={loadEntry}
      places={links}
      copy={(text) =>
        navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        )
      }
    />,
    document.getElementById('root')!,
  );
}

addEventListener('hashchange', draw);
draw();
