import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageHandle } from '../finder/page-handle';
import { weighMarks } from '../overlay/weigh-marks';

/** Loaded into a frame with the card: what a mark says beyond its own code, and what the badge counts. */
export default defineUnlistedScript(() => {
  const page = pageHandle();
  // What fails on a page stays silent there, and its marks say what their codes say.
  if (page) weighMarks(page).catch(() => {});
});
