import type { CodeRules, Rule } from '../diagnosis/rule';
import type { Entry } from '../lookup/entry';
import { packIndexLine } from '../lookup/index-line';
import { packHresults } from '../lookup/known-hresults';
import type { Place } from '../lookup/place';
import { drawDiagnosis } from './draw-diagnosis';
import { countEvidence } from './statements';
import { SHARDS, shardOf } from '../lookup/shard';

export interface PackedKnowledge {
  /** Contents of the packaged files by path. */
  files: Record<string, string>;
  /** Source of the module with the known HRESULTs. */
  knownHresults: string;
}

/** All entries as one JSON text for review and export, with the count of what each rests on. */
export function reviewJson(entries: Entry[]): string {
  const counted = entries.map((entry) =>
    entry.searched ? { ...entry, evidence: countEvidence(entry) } : entry,
  );
  return `${JSON.stringify(counted, null, 1)}\n`;
}

/** Packs compiled entries into the files that the extension ships. The same entries give the same bytes. */
export function packKnowledge(
  entries: Entry[],
  places: Record<string, Place>,
  rules: Rule[] = [],
  causes: Record<string, CodeRules> = {},
): PackedKnowledge {
  const files: Record<string, string> = { 'knowledge/places.json': JSON.stringify(places) };
  files['knowledge/rules.json'] = JSON.stringify(rules);
  files['knowledge/causes.json'] = JSON.stringify(causes);
  const locales = [...new Set(entries.map(({ locale }) => locale))].sort();
  files['knowledge/locales.json'] = JSON.stringify(locales);
  for (const locale of locales) {
    const own = entries.filter((entry) => entry.locale === locale);
    const shards = Array.from({ length: SHARDS }, (): Record<string, Entry> => ({}));
    for (const entry of own) {
      const shard = shards[shardOf(entry.code)];
      if (shard) shard[entry.code] = entry;
    }
    shards.forEach((shard, at) => {
      files[`knowledge/${locale}/cards-${at}.json`] = JSON.stringify(shard);
    });
    files[`knowledge/${locale}/charts.json`] = JSON.stringify(
      Object.fromEntries(
        own.flatMap((entry) => (entry.diagnosis ? [[entry.code, drawDiagnosis(entry)]] : [])),
      ),
    );
    files[`knowledge/${locale}/index.json`] = JSON.stringify(own.map(packIndexLine));
  }
  const numbers = new Set(
    entries.filter(({ family }) => family === 'hresult').map(({ code }) => Number(code)),
  );
  return {
    files,
    knownHresults: `/** Packed by lookup/known-hresults. */\nexport const packedHresults =\n  '${packHresults([...numbers])}';\n`,
  };
}
