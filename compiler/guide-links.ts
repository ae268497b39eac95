import { entryAddress, guideAddress } from '../lookup/address';
import type { Sentence } from '../lookup/entry';

/** A code in its canonical form, as guides write it. */
const CODE = /\b(?:AADSTS\d{5,8}|0x[89A-F][\dA-F]{7}|EVENT\d{1,5}(?:-[A-Z]{1,20})?)\b/;
const CODES = new RegExp(`(${CODE.source})`);

/** Makes links of the codes that are written plainly. Those in labels and literals stay as they are. */
export function linkCodes(sentence: Sentence): Sentence {
  return sentence.flatMap((run): Sentence => {
    if (typeof run !== 'string') return [run];
    return run
      .split(CODES)
      .filter(Boolean)
      .map((part) => (CODE.test(part) ? { a: part, h: entryAddress(part) } : part));
  });
}

/** `section:checklist`, `guide:windows-hello`, `guide:windows-hello/checklist`. */
const OWN_LINK = /^(?:section:|guide:([a-z\d-]+)\/?)([a-z\d-]*)$/;

/**
 * The address that a link to a guide or section leads to.
 * @param guide The guide that it stands in.
 */
export function ownLinkIn(guide: string): (href: string) => string | undefined {
  return (href) => {
    const [all, other, section] = OWN_LINK.exec(href) ?? [];
    return all && guideAddress(other ?? guide, section);
  };
}

/** Addresses of guides that a compiled sentence leads to. */
export function guideLinksOf(sentence: Sentence): string[] {
  return sentence.flatMap((run) =>
    typeof run === 'object' && 'h' in run && run.h.startsWith(guideAddress('')) ? [run.h] : [],
  );
}
