/** Fails when the lock file holds addresses of a registry: it must work with everyone's own. */
import { readFileSync } from 'node:fs';

const lines = readFileSync('package-lock.json', 'utf8').split('\n');
const found = lines.findIndex((line) => line.includes('"resolved": "http'));
if (found !== -1) {
  process.stderr.write(
    `package-lock.json:${String(found + 1)}: the lock file holds a registry's address; run npm install with this folder's .npmrc\n`,
  );
  process.exitCode = 1;
}
