import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageHandle } from '../finder/page-handle';
import { marksOfFrame } from '../overlay/frame-order';

/** Run in every frame by the shortcut to the next mark: tells the background the order of the marks. */
export default defineUnlistedScript(() => {
  const page = pageHandle();
  return page && marksOfFrame(page);
});
