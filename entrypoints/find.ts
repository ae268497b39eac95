import { nativeRuntime } from '../messaging/native-runtime';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findOnPage } from '../finder/find-on-page';

/** Runs in every frame of the known sites. Must stay under 6.5 kB gzip. */
export default defineUnlistedScript(() => {
  findOnPage(nativeRuntime());
});
