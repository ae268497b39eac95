/** In so many bytes a file that is no text shows it: pictures, archives and workbooks have zeros near their beginning. */
const BEGINNING = 8000;

/** Whether bytes are UTF-8. The last letter may be cut in two. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    // Letters of UTF-8 beside a few broken ones are no accident.
    return /[\u0080-\ufffc]/.test(new TextDecoder().decode(bytes));
  }
}

/**
 * The encoding of a text file: UTF-16 where its first bytes say so, as PowerShell's `>` and spreadsheets write it; UTF-8;
 * or Windows-1252, in which spreadsheets of Western languages save CSV, where no letter beyond ASCII is one of UTF-8.
 *
 * @param bytes What the file begins with.
 * @returns undefined where it is no text.
 */
export function encodingOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.subarray(0, BEGINNING).includes(0)) return undefined;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** How archives begin, and workbooks, which are such: ZIP, gzip, 7-Zip, and the older workbooks of Excel. */
const ARCHIVES = ['504b0304', '504b0506', '1f8b', '377abcaf', 'd0cf11e0'];

/**
 * @param bytes What a file begins with.
 * @returns Whether it is an archive or a workbook, which may hold a log.
 */
export function isArchive(bytes: Uint8Array): boolean {
  const first = [...bytes.subarray(0, 4)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return ARCHIVES.some((one) => first.startsWith(one));
}
