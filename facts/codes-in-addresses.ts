/** An address, up to where no sign of one stands. */
const ADDRESS = /https?:\/\/[^\s"'<>]{1,4000}/gi;

/** A code as addresses hold it. */
const CODE = /AADSTS[\s:]?\d{5,8}|0x[89a-f][\da-f]{7}/gi;

/** A text without both holds no such code. */
const MAY_HOLD = /https?:\/\//i;

/** The last parameter of a part of an address, whose signs may have been encoded once more. */
const PARAMETER = /(?:[?&#;]|%26|%3f|%23)([\w.-]{1,40})(?:=|%3d)(?:(?!&|%26|=|%3d)[^#]){0,2000}$/i;

/** What parameters are called that hand an error over. */
const OF_ERROR = /err|desc|message|msg|reason|detail|status|result|^code$|^hr$/i;

/**
 * Takes the codes out of addresses that do not hand them over as an error: the page about a code, the address that an app
 * was given. Whoever pastes one asks about the code; that it occurred is not said.
 *
 * @param text A line.
 * @returns The line with blanks in their place.
 */
export function withoutCodesInAddresses(text: string): string {
  if (!MAY_HOLD.test(text)) return text;
  return text.replace(ADDRESS, (address) =>
    address.replace(CODE, (code, at: number) => {
      const name = PARAMETER.exec(address.slice(0, at))?.[1];
      return name && OF_ERROR.test(name) ? code : ' '.repeat(code.length);
    }),
  );
}
