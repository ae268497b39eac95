import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageHandle } from '../finder/page-handle';
import { readFrame } from '../inspection/read-frame';
import { signInLists } from '../inspection/sign-in-lists';

/** Loaded into the frames of a tab when the popup opens over it: answers what each holds, and leaves nothing there. */
export default defineUnlistedScript(() => {
  const page = pageHandle();
  return { ...readFrame(page), ...(page && { lists: signInLists(page) }) };
});
