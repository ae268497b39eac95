import type { Entry } from '../../lookup/entry';
import { cutSentences, sectionsOf } from '../prose';

/** The measure and its limits. `npm run check:knowledge` prints the numbers that they are chosen from. */
export const LIMITS = {
  /** Shorter sentences say too little to be called a copy ("Sign in again."). */
  fewestWords: 6,
  /** Two sentences are nearly the same from this Jaccard index of their word triples on. */
  sameFrom: 0.8,
  /**
   * The largest share of its sentences that an entry may have in common with one other entry.
   * Of 536 entries measured in 2026-11, half shared nothing with any other, 95 % less than 0.10 and
   * 99 % less than 0.19.
   */
  share: 0.2,
  /** Fewer common sentences than this are chance in a short entry, whatever their share. */
  fewestShared: 3,
  /** The most entries that one sentence may stand in: a documented remedy holds for a family of codes. */
  entriesOfOneSentence: 12,
} as const;

interface Piece {
  owner: number;
  text: string;
  key: string;
  shingles: Set<string>;
}

/** How much of one entry stands in another one too. */
export interface Overlap {
  code: string;
  other: string;
  share: number;
  shared: string[];
  /** One names the other under `related` and says how it differs. */
  declared: boolean;
}

export interface Duplicates {
  /** For each entry with prose, the most that it shares with one other entry. */
  worst: Overlap[];
  /** Sentences that stand in several entries, most first. */
  repeated: Repeated[];
}

interface Repeated {
  text: string;
  /** Entries with a file of their own. */
  codes: string[];
  /** Entries of one line. */
  listed: string[];
}

/**
 * The words of a sentence as far as they are compared: lower case, with codes, addresses, ids and
 * numbers replaced by one mark each. Stop words stay; they carry the phrase.
 */
export function normalize(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/\b(?:aadsts\d+|0x[\da-f]+|event\s?\d+(?:-[a-z]+)?)\b/g, '#')
    .replace(/https?:\/\/\S+/g, '@')
    .replace(/\d+/g, '#')
    .replace(/[^a-z#@\s-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function shinglesOf(words: string[]): Set<string> {
  const shingles = new Set<string>();
  for (let at = 0; at + 3 <= words.length; at += 1) shingles.add(words.slice(at, at + 3).join(' '));
  return shingles;
}

function jaccard(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common += 1;
  return common / (a.size + b.size - common);
}

/** What the style guide has every User section say in the same words. */
const PRESCRIBED = /\bcopy the error details\b/;

/** The sentences of an entry that are long enough to be compared. */
function piecesOf(entry: Entry, owner: number): Piece[] {
  // What calms a person down is the same under many codes.
  return sectionsOf(entry)
    .filter(({ name }) => name !== 'User')
    .flatMap(({ sentences }) => sentences)
    .flatMap(cutSentences)
    .flatMap((text): Piece[] => {
      const key = normalize(text);
      const words = key.split(' ');
      if (words.length < LIMITS.fewestWords || PRESCRIBED.test(key)) return [];
      return [{ owner, text, key, shingles: shinglesOf(words) }];
    });
}

/**
 * Pairs of different sentences that are nearly the same. Sets with a Jaccard index of `sameFrom`
 * share one of the rarest `1 - sameFrom` of their members, so only those are looked up.
 */
function nearPairs(pieces: Piece[]): [Piece, Piece][] {
  const count = new Map<string, number>();
  for (const { shingles } of pieces)
    for (const one of shingles) count.set(one, (count.get(one) ?? 0) + 1);
  const index = new Map<string, Piece[]>();
  const pairs: [Piece, Piece][] = [];
  for (const piece of pieces) {
    const { size } = piece.shingles;
    const rarest = [...piece.shingles]
      .sort((a, b) => (count.get(a) ?? 0) - (count.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, size - Math.ceil(LIMITS.sameFrom * size) + 1);
    const seen = new Set<Piece>();
    for (const shingle of rarest) {
      const bucket = index.get(shingle) ?? [];
      for (const other of bucket) {
        if (seen.has(other)) continue;
        seen.add(other);
        if (jaccard(piece.shingles, other.shingles) >= LIMITS.sameFrom) pairs.push([piece, other]);
      }
      bucket.push(piece);
      index.set(shingle, bucket);
    }
  }
  return pairs;
}

function declares(one: Entry, other: Entry): boolean {
  return one.related.some(({ code, differs }) => code === other.code && differs !== undefined);
}

/**
 * Measures what entries have in common.
 *
 * The measure: all prose (summary, User, Admin, causes, Fix, diagnosis, questions; no commands, no
 * examples) is cut into sentences and normalized; sentences of at least six words count. Two
 * sentences are the same when their normalized words are, or when the Jaccard index of their word
 * triples is at least 0.8. The share of an entry with another is the part of its sentences that
 * stand there too. Listed entries hold little but the bare message and where it is known from; they
 * are measured only for repetition.
 * @param entries Entries of one language.
 */
export function measureDuplicates(entries: Entry[]): Duplicates {
  const pieces = entries.flatMap(piecesOf);
  const unique = new Map<string, Piece[]>();
  for (const piece of pieces) unique.set(piece.key, [...(unique.get(piece.key) ?? []), piece]);
  const likes = new Map<string, Set<string>>(
    [...unique.keys()].map((key) => [key, new Set([key])]),
  );
  for (const [a, b] of nearPairs([...unique.values()].map(([first]) => first as Piece))) {
    likes.get(a.key)?.add(b.key);
    likes.get(b.key)?.add(a.key);
  }
  const ownersOf = (key: string): Set<number> =>
    new Set(
      [...(likes.get(key) ?? [])].flatMap((like) =>
        (unique.get(like) ?? []).map(({ owner }) => owner),
      ),
    );

  const total = new Map<number, number>();
  const common = new Map<number, Map<number, string[]>>();
  for (const { owner, key, text } of pieces) {
    if (entries[owner]?.depth === 'listed') continue;
    total.set(owner, (total.get(owner) ?? 0) + 1);
    for (const other of ownersOf(key)) {
      if (other === owner || entries[other]?.depth === 'listed') continue;
      const mine = common.get(owner) ?? new Map<number, string[]>();
      common.set(owner, mine);
      mine.set(other, [...(mine.get(other) ?? []), text]);
    }
  }

  const worst = [...total].flatMap(([owner, sentences]): Overlap[] => {
    const entry = entries[owner] as Entry;
    const others = [...(common.get(owner) ?? [])].map(([at, shared]): Overlap => {
      const other = entries[at] as Entry;
      return {
        code: entry.code,
        other: other.code,
        share: shared.length / sentences,
        shared,
        declared: declares(entry, other) || declares(other, entry),
      };
    });
    // A declared neighbor must not hide an undeclared one.
    const rank = ({ declared, share }: Overlap): number => (declared ? share - 1 : share);
    others.sort((a, b) => rank(b) - rank(a));
    return [others[0] ?? { code: entry.code, other: '', share: 0, shared: [], declared: false }];
  });

  const repeated = [...unique].flatMap(([key, [first]]) => {
    const owners = [...ownersOf(key)].map((at) => entries[at] as Entry);
    if (owners.length < 2 || !first) return [];
    const codesAt = (listed: boolean): string[] =>
      owners.filter(({ depth }) => (depth === 'listed') === listed).map(({ code }) => code);
    return [{ text: first.text, codes: codesAt(false), listed: codesAt(true) }];
  });
  repeated.sort(
    (a, b) =>
      b.codes.length - a.codes.length ||
      b.listed.length - a.listed.length ||
      (a.text < b.text ? -1 : 1),
  );
  worst.sort((a, b) => b.share - a.share);
  return { worst, repeated };
}
