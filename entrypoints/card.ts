import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { explainOnPage } from '../overlay/explain-on-page';

/** Loaded into a frame after a code was found there. With the finder it must stay under 14 kB gzip. */
export default defineUnlistedScript(() => {
  const page = globalThis.signpost;
  if (!page || page.changed) return;
  page.changed = () => {};
  void explainOnPage(page);
});
