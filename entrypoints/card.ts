import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageHandle } from '../finder/page-handle';
import { explainOnPage } from '../overlay/explain-on-page';
import type { PageWithRecord } from '../overlay/record-handle';
import { SHARED_PREACT } from '../overlay/shared-preact';

/** Loaded into a frame after a code was found there. With the finder it must stay under 26 kB gzip. */
export default defineUnlistedScript(() => {
  const page: PageWithRecord | undefined = pageHandle();
  if (!page || page.changed) return;
  page.changed = () => {};
  page.preact = SHARED_PREACT;
  // A page's console is none of ours: what fails here leaves the page as it is.
  explainOnPage(page).catch(() => page.stop.abort());
});
