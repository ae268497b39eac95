import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageHandle } from '../finder/page-handle';
import type { PageWithRecord } from '../overlay/record-handle';
import { createRecordReader } from '../overlay/record-reader';

/** Loaded into a frame when somebody looks at a code: reads what the page says of its sign-in. */
export default defineUnlistedScript(() => {
  const page: PageWithRecord | undefined = pageHandle();
  if (page) page.record ??= createRecordReader(page);
});
