import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipFolder } from './deterministic-zip';

// `npm run zip`: packs what was built for both browsers. The same commit gives the same bytes.
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
for (const browser of ['chrome', 'firefox']) {
  const zip = zipFolder(join('.output', `${browser}-mv3`));
  const path = join('.output', `signpost-${version}-${browser}.zip`);
  writeFileSync(path, zip);
  console.log(
    `${path}  ${zip.length} bytes  sha256 ${createHash('sha256').update(zip).digest('hex')}`,
  );
}
