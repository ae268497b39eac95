import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageHandle } from '../finder/page-handle';
import { nativeRuntime } from '../messaging/native-runtime';
import { leaveWhenTakenBack } from '../overlay/leave-site';
import { weighMarks } from '../overlay/weigh-marks';

/**
 * Loaded into a frame with the card: what a mark says beyond its own code, what the badge counts, and the end of it all
 * when the site is taken back.
 */
export default defineUnlistedScript(() => {
  const page = pageHandle();
  if (!page) return;
  leaveWhenTakenBack(page, nativeRuntime().onMessage);
  // What fails on a page stays silent there, and its marks say what their codes say.
  weighMarks(page).catch(() => {});
});
