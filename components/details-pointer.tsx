import { i18n } from './i18n';
import { Glyph } from './glyph';

/** One line on a page whose code stands behind a link of the page. */
export function DetailsPointer({ name }: { name: string }) {
  return (
    <p class="note line pointer" role="status">
      <Glyph />
      <span class="grow">{i18n.t('card.openDetails', [name])}</span>
    </p>
  );
}
