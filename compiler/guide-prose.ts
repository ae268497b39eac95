import type { Entry, FixStep, Sentence } from '../lookup/entry';
import type { Guide, GuideBlock, GuideList } from '../lookup/guide';

function stepsOf({ start, items }: GuideList, list: string): FixStep[] {
  return items.flatMap(({ text, risky, below }, at) => [
    {
      text,
      ...(risky && { risky }),
      // Steps of one numbered list follow each other; bullets stand for themselves.
      ...(start !== undefined && { causes: [list] }),
    },
    ...(below ? stepsOf(below, `${list}.${at}`) : []),
  ]);
}

function stepsIn(blocks: GuideBlock[]): FixStep[] {
  return blocks.flatMap((block, at) => ('list' in block ? stepsOf(block.list, `${at}`) : []));
}

function proseIn(block: GuideBlock): Sentence[] {
  if ('p' in block) return [block.p];
  if ('h' in block) return [[block.h]];
  if ('warn' in block) return block.warn;
  if ('rows' in block)
    return block.rows.map((row) => row.flatMap((cell, at) => (at ? [' | ', ...cell] : cell)));
  if ('checks' in block)
    return block.checks.map(({ name, how, good, bad }) => [
      ...name,
      ': ',
      ...how,
      ' Good: ',
      ...good,
      ' Bad: ',
      ...bad,
    ]);
  return [];
}

/** The prose of a guide: no command and no example. */
export function sentencesOfGuide({ sections }: Guide): Sentence[] {
  return sections.flatMap(({ blocks }) => [
    ...blocks.flatMap(proseIn),
    ...stepsIn(blocks).map(({ text }) => text),
  ]);
}

/**
 * A guide in the form of an entry, so that the checks of an entry's prose, steps, commands and links are asked of it as
 * well: its text stands as Admin, the items of its lists as Fix.
 */
export function guideAsEntry(guide: Guide): Entry {
  const {
    name,
    title,
    summary,
    keywords,
    asks = [],
    sections,
    sources,
    searched,
    reviewed,
    locale,
  } = guide;
  return {
    code: name,
    family: 'aadsts',
    depth: 'full',
    status: 'reviewed',
    area: 'service',
    title,
    summary,
    keywords,
    asks,
    related: [],
    sources,
    searched,
    reviewed,
    locale,
    admin: sections.flatMap(({ blocks }) => blocks.flatMap(proseIn).map((p) => ({ p }))),
    fix: sections.flatMap(({ id, blocks }) =>
      stepsIn(blocks).map(({ causes, ...step }) => ({
        ...step,
        ...(causes && { causes: causes.map((list) => `${id}.${list}`) }),
      })),
    ),
    commands: sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => ('command' in block ? [block.command] : [])),
    ),
  };
}
