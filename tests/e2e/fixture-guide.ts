import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileGuide } from '../../compiler/compile-guide';
import type { Rule } from '../../diagnosis/rule';
import { buildWordIndex } from '../../lookup/build-word-index';
import type { Entry } from '../../lookup/entry';
import { guideLine, type GuideLine } from '../../lookup/guide';
import { shardOf } from '../../lookup/shard';
import type { SynonymLists } from '../../lookup/synonyms';
import type { PackedWordIndex } from '../../lookup/word-index';
import { documentOf } from '../search-of';

const FILE = join(import.meta.dirname, '../fixtures/guides/join-desk.md');
const SYNONYMS = join(import.meta.dirname, '../../knowledge/search/synonyms.yml');

/**
 * Adds the guide of the fixtures to a copy of the built extension, beside those that it has.
 * @param folder The copy.
 */
export function addFixtureGuide(folder: string): void {
  const packaged = (path: string) => join(folder, 'knowledge', path);
  const read = <Content>(path: string) =>
    JSON.parse(readFileSync(packaged(path), 'utf8')) as Content;
  const write = (path: string, content: unknown) =>
    writeFileSync(packaged(path), JSON.stringify(content));

  const { guide, problems } = compileGuide(FILE, readFileSync(FILE, 'utf8'), 'en', {
    places: new Set(Object.keys(read<object>('places.json'))),
    rules: new Set(read<Rule[]>('rules.json').map(({ id }) => id)),
  });
  if (!guide || problems.length) throw new Error(problems.map(({ message }) => message).join('\n'));
  const lines = [...read<GuideLine[]>('en/guides.json'), guideLine(guide)];
  write('en/guides.json', lines);
  const { guides } = buildWordIndex(
    [],
    lines.map(({ name, ...line }) => documentOf(name, line)),
    parse(readFileSync(SYNONYMS, 'utf8')) as SynonymLists,
  );
  write('en/words.json', { ...read<PackedWordIndex>('en/words.json'), guides });
  mkdirSync(packaged('en/guides'), { recursive: true });
  write(`en/guides/${guide.name}.json`, guide);
  for (const code of guide.covers) {
    const path = `en/cards-${shardOf(code)}.json`;
    const cards = read<Record<string, Entry>>(path);
    const { name, title } = guide;
    cards[code]!.guides = [...(cards[code]!.guides ?? []), { name, title }];
    write(path, cards);
  }
}
