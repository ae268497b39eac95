import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { buildWordIndex, PARTED, type WordDocument } from '../../../lookup/build-word-index';
import { RANKING } from '../../../lookup/ranking';
import { allWords, isStopWord } from '../../../lookup/text-words';
import { pack, unpackWordIndex, WORD_FIELDS } from '../../../lookup/word-index';

const text = (id: string, parts: Partial<WordDocument>): WordDocument => ({
  id,
  title: '',
  name: '',
  keywords: '',
  asks: '',
  summary: '',
  message: '',
  body: '',
  ...parts,
});

const documents = [
  text('A', { title: 'tablet locked', summary: 'tablet tablet refused', body: 'tablet gone' }),
  text('B', { title: 'printer locked', keywords: `tablet${PARTED}paper jam` }),
  text('C', { title: 'paper', body: 'the printer took a long long road to the paper' }),
];
const packed = buildWordIndex(documents, []);
// As the browser reads it.
const { codes } = unpackWordIndex(JSON.parse(JSON.stringify(packed)) as typeof packed);

describe('the index of words', () => {
  it('knows where each word stands, and in which fields', () => {
    const { texts, fields } = codes.postingsOf(codes.numberOf('tablet')!);
    expect([...texts].map((one) => codes.ids[one])).toEqual(['A', 'B']);
    const inA = WORD_FIELDS.filter((_, bit) => fields[0]! & (1 << bit));
    expect(inA).toEqual(['title', 'summary', 'body']);
    expect(codes.textsWith(codes.numberOf('tablet')!)).toBe(2);
    expect(codes.numberOf('zebra')).toBeUndefined();
  });

  it('keeps titles, keywords, asks and messages apart as what people may type', () => {
    const { codes: one } = unpackWordIndex(
      buildWordIndex(
        [
          text('A', {
            title: 'paper',
            keywords: 'jam · road',
            asks: 'printer took it',
            message: 'jam printer',
          }),
        ],
        [],
      ),
    );
    const said = one
      .phrasesOf(0)
      .map(({ terms, kind }) => [[...terms].map((term) => one.terms[term]), kind]);
    expect(said).toEqual([
      [['paper'], 'name'],
      [['jam'], 'name'],
      [['road'], 'name'],
      [['printer', 'took'], 'ask'],
      [['jam', 'printer'], 'message'],
    ]);
  });

  it('gives a word what MiniSearch gives it', () => {
    // Each word of these is its own stem, so that both count the same terms.
    const plain = [
      text('A', { title: 'tablet lock', summary: 'tablet tablet', body: 'tablet road' }),
      text('B', { title: 'pilot lock', keywords: `tablet${PARTED}paper jam` }),
      text('C', { title: 'paper', body: 'pilot took a long long road to the paper' }),
    ];
    const rival = new MiniSearch<WordDocument>({
      fields: [...WORD_FIELDS],
      tokenize: (words) => allWords(words).filter((word) => !isStopWord(word)),
      searchOptions: { boost: RANKING.field },
    });
    rival.addAll(plain);
    const { codes: ours } = unpackWordIndex(buildWordIndex(plain, []));
    for (const word of ['tablet', 'lock', 'paper', 'road', 'long']) {
      const { texts, scores } = ours.postingsOf(ours.numberOf(word)!);
      const theirs = new Map(rival.search(word).map(({ id, score }) => [id as string, score]));
      expect(theirs.size).toBe(texts.length);
      texts.forEach((one, at) => expect(scores[at]).toBeCloseTo(theirs.get(ours.ids[one]!)!, 4));
    }
  });

  it('refuses a number that no character stands for', () => {
    expect(() => pack([60_000])).toThrow(RangeError);
    expect(() => pack([-1])).toThrow(RangeError);
  });
});
