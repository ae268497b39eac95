import { useMemo } from 'preact/hooks';
import type { Code } from '../detection/code';
import type { Finding } from '../diagnosis/diagnose';
import { guideAddress } from '../lookup/address';
import { checksOf, type Check, type Guide } from '../lookup/guide';
import type { Search } from '../lookup/search';
import { Article } from './article';
import { Checklist, judgeCheck } from './checklist';
import type { Copy } from './copy-button';
import { Related, Sources, type Section } from './entry-sections';
import { CollectorLink } from './collector-link';
import { Evidence, numbered } from './evidence';
import { PasteFindings } from './paste-findings';
import { GuideBlocks } from './guide-blocks';
import { i18n } from './i18n';
import { PasteBox } from './paste-box';
import { usePaste, type ReadPaste } from './use-paste';
import { useTicks, type Ticks, type TickStore } from './use-ticks';
import { Places } from './words';

interface Props {
  guide: Guide;
  /** Id of the section that the address names; empty for the beginning. */
  section: string;
  search: Search | undefined;
  places: Record<string, string>;
  copy: Copy;
  readPaste: ReadPaste;
  ticks: TickStore;
  /** What was pasted into the guide. */
  text: string;
  onText: (text: string) => void;
  /** Opens the entry that explains a finding. */
  choose: (code: Code) => void;
}

const NONE: Finding[] = [];

/** What the text says of the checklist as a whole, with a link to it. Says nothing where it says nothing of it. */
function Told({ guide, checks, findings }: { guide: Guide; checks: Check[]; findings: Finding[] }) {
  const verdicts = checks.map((check) => judgeCheck(check, findings).verdict);
  const count = (wanted: Finding['verdict']) =>
    String(verdicts.filter((verdict) => verdict === wanted).length);
  const isTold = verdicts.some(Boolean);
  return (
    <p role="status" class="screen-only">
      {isTold && (
        <>
          {i18n.t('guide.told', [count('fine'), count('fails'), count('unknown')])}{' '}
          <a href={guideAddress(guide.name, 'checklist')}>{i18n.t('guide.toChecklist')}</a>
        </>
      )}
    </p>
  );
}

interface ProgressProps {
  checks: Check[];
  findings: Finding[];
  ticks: Ticks;
  clear: () => void;
}

/** How much is ticked, and the way back to nothing. */
function Progress({ checks, findings, ticks, clear }: ProgressProps) {
  const done = checks.filter(
    (check) => ticks.byHand.get(check.id) ?? judgeCheck(check, findings).verdict === 'fine',
  );
  return (
    <div class="actions">
      <span class="soft">{i18n.t('guide.done', [String(done.length), String(checks.length)])}</span>
      <button type="button" onClick={clear}>
        {i18n.t('guide.clear')}
      </button>
      {ticks.isNotKept && <span role="alert">{i18n.t('guide.notKept')}</span>}
    </div>
  );
}

/** A guide on a page of its own: its sections, a box for a record, a checklist, its sources. */
export function FullGuide(props: Props) {
  const { guide, section, search, places, copy, text, onText, choose } = props;
  const addressOf = (id: string) => guideAddress(guide.name, id);
  const showEvidence = useMemo(() => numbered(addressOf), [guide]);
  const paste = usePaste(text, props.readPaste);
  const findings = useMemo(
    () =>
      paste.state === 'read' ? paste.reading.records.flatMap((record) => record.findings) : NONE,
    [paste],
  );
  const ticks = useTicks(guide.name, props.ticks);
  const checks = useMemo(() => checksOf(guide), [guide]);
  const clear = () => {
    ticks.clear();
    onText('');
  };
  const sections: Section[] = [
    ...guide.sections.map(({ id, title, blocks }): Section => ({
      id,
      title,
      body: (
        <>
          <GuideBlocks
            of={blocks}
            copy={copy}
            checklist={(own) => (
              <Checklist guide={guide.name} checks={own} {...{ findings, ticks }} />
            )}
          />
          {blocks.some((block) => 'checks' in block) && (
            <Progress {...{ checks, findings, ticks, clear }} />
          )}
        </>
      ),
    })),
    {
      id: 'sources',
      title: i18n.t('card.sources'),
      body: (
        <>
          <Sources {...guide} />
          <details class="screen-only">
            <summary>
              {i18n.t('guide.codes')} ({guide.covers.length})
            </summary>
            <Related related={guide.covers.map((code) => ({ code }))} search={search} />
          </details>
        </>
      ),
    },
  ];
  return (
    <Places.Provider value={places}>
      <Evidence.Provider value={showEvidence}>
        <Article
          name={{ 'data-guide': guide.name }}
          running={guide.title}
          {...{ sections, section, addressOf }}
          head={
            <>
              <p class="code">{i18n.t('guide.chip')}</p>
              <h1 tabIndex={-1}>{guide.title}</h1>
              <p class="lead">{guide.summary}</p>
              <div class="facts">
                <button type="button" class="link screen-only" onClick={() => print()}>
                  {i18n.t('lookup.print')}
                </button>
              </div>
              {checks.some(({ rules }) => rules.length) && (
                <>
                  <PasteBox {...{ text, onText }} />
                  <CollectorLink />
                  <Told {...{ guide, checks, findings }} />
                  <PasteFindings {...{ paste, copy, choose }} />
                </>
              )}
            </>
          }
        />
      </Evidence.Provider>
    </Places.Provider>
  );
}
