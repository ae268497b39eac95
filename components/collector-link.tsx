import { i18n } from './i18n';

/** Hands out the script that collects what the guides ask for. It is a text to read before it runs. */
export function CollectorLink() {
  return (
    <a
      class="collector"
      href="/collect-signpost.ps1"
      download="collect-signpost.ps1"
      title={i18n.t('findings.collectorHint')}
    >
      {i18n.t('findings.collector')}
    </a>
  );
}
