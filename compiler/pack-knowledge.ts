import type { Code } from '../detection/code';
import type { CodeRules, Rule } from '../diagnosis/rule';
import type { Entry, Severity } from '../lookup/entry';
import { guideLine, type Guide } from '../lookup/guide';
import { packIndexLine } from '../lookup/index-line';
import { packHresults } from '../lookup/known-hresults';
import type { Place } from '../lookup/place';
import { buildWordIndex } from '../lookup/build-word-index';
import { drawDiagnosis } from './draw-diagnosis';
import { sentencesOfGuide } from './guide-prose';
import type { SearchData } from './read-search-data';
import { guideDocuments, wordDocuments } from './word-documents';
import { countEvidence, countMarks, marksIn, type EvidenceCount } from './statements';
import { SHARDS, shardOf } from '../lookup/shard';
import type { PatternRule } from '../log/patterns/pattern-rule';

export interface PackedKnowledge {
  /** Contents of the packaged files by path. */
  files: Record<string, string>;
  /** Source of the module with the known HRESULTs. */
  knownHresults: string;
}

/** An entry or guide as pages show it: by its asks it is found, and by the index of words alone. */
function withoutAsks<Shown extends Entry | Guide>(whole: Shown): Shown {
  const shown = { ...whole };
  delete shown.asks;
  return shown;
}

/** All entries as one JSON text for review and export, with the count of what each rests on. */
export function reviewJson(entries: Entry[]): string {
  const counted = entries.map((entry) =>
    entry.searched ? { ...entry, evidence: countEvidence(entry) } : entry,
  );
  return `${JSON.stringify(counted, null, 1)}\n`;
}

/** What the statements of a guide rest on. */
export function guideEvidence(guide: Guide): EvidenceCount {
  return countMarks(marksIn(sentencesOfGuide(guide)));
}

/** All guides as one JSON text for review and export. */
export function reviewGuidesJson(guides: Guide[]): string {
  const counted = guides.map((guide) => ({ ...guide, evidence: guideEvidence(guide) }));
  return `${JSON.stringify(counted, null, 1)}\n`;
}

/** The severities by code, where one is known. They are the same in every language. */
function severities(entries: Entry[]): Record<Code, Severity> {
  return Object.fromEntries(
    entries.flatMap(({ code, severity }) => (severity ? [[code, severity]] : [])),
  );
}

/** What is packed. */
interface Unpacked {
  entries: Entry[];
  places: Record<string, Place>;
  rules?: Rule[];
  causes?: Record<string, CodeRules>;
  patterns?: PatternRule[];
  guides?: Guide[];
  search?: SearchData;
}

const NO_SEARCH_DATA: SearchData = {
  synonyms: [],
  subject: [],
  frequency: new Map(),
  messageTerms: new Map(),
};

/** Packs compiled entries and guides into the files that the extension ships. The same entries give the same bytes. */
export function packKnowledge({
  entries,
  places,
  rules = [],
  causes = {},
  patterns = [],
  guides = [],
  search = NO_SEARCH_DATA,
}: Unpacked): PackedKnowledge {
  const files: Record<string, string> = { 'knowledge/places.json': JSON.stringify(places) };
  files['knowledge/rules.json'] = JSON.stringify(rules);
  files['knowledge/causes.json'] = JSON.stringify(causes);
  files['knowledge/patterns.json'] = JSON.stringify(patterns);
  files['knowledge/severities.json'] = JSON.stringify(severities(entries));
  const locales = [...new Set(entries.map(({ locale }) => locale))].sort();
  files['knowledge/locales.json'] = JSON.stringify(locales);
  for (const locale of locales) {
    const own = entries.filter((entry) => entry.locale === locale);
    const shards = Array.from({ length: SHARDS }, (): Record<string, Entry> => ({}));
    for (const entry of own) {
      const shard = shards[shardOf(entry.code)];
      if (shard) shard[entry.code] = withoutAsks(entry);
    }
    shards.forEach((shard, at) => {
      files[`knowledge/${locale}/cards-${at}.json`] = JSON.stringify(shard);
    });
    files[`knowledge/${locale}/charts.json`] = JSON.stringify(
      Object.fromEntries(
        own.flatMap((entry) => (entry.diagnosis ? [[entry.code, drawDiagnosis(entry)]] : [])),
      ),
    );
    files[`knowledge/${locale}/index.json`] = JSON.stringify(
      own.map((entry) => packIndexLine(entry, search.frequency.get(entry.code))),
    );
    const ownGuides = guides.filter((guide) => guide.locale === locale);
    // People type English words whatever the language of their browser.
    const found = entries.filter((one) => one.locale === 'en' || one.locale === locale);
    files[`knowledge/${locale}/words.json`] = JSON.stringify(
      buildWordIndex(
        wordDocuments(found, search),
        guideDocuments(ownGuides),
        search.synonyms,
        search.subject,
      ),
    );
    files[`knowledge/${locale}/guides.json`] = JSON.stringify(ownGuides.map(guideLine));
    for (const guide of ownGuides)
      files[`knowledge/${locale}/guides/${guide.name}.json`] = JSON.stringify(withoutAsks(guide));
  }
  const numbers = new Set(
    entries.filter(({ family }) => family === 'hresult').map(({ code }) => Number(code)),
  );
  return {
    files,
    knownHresults: `/** Packed by lookup/known-hresults. */\nexport const packedHresults =\n  '${packHresults([...numbers])}';\n`,
  };
}
