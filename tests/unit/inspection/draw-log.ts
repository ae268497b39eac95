import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';

const GRID = join(import.meta.dirname, '..', '..', 'fixtures', 'pages', 'signin-grid.js');

/**
 * Draws the fixture of a sign-in log into the page, by its own script, as a page runs it.
 * @param query What the fixture is asked for: `?lang=de`.
 */
export function drawLog(query = ''): void {
  history.replaceState(null, '', `/${query}`);
  runInThisContext(readFileSync(GRID, 'utf8'));
  (window as unknown as { drawSignInGrid: (root: Element) => void }).drawSignInGrid(document.body);
}
