import { i18n } from './i18n';

/** What the browser itself calls the place beside the page in which the lookup can stand. */
export const panelName = () => i18n.t(import.meta.env.FIREFOX ? 'popup.sidebar' : 'popup.panel');
