/**
 * `npm run client`: puts the program of the HTML page into a source file, with the hash that the page's
 * Content-Security-Policy allows. `--check` only says whether the file is up to date.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const PROGRAM = 'src/export/html/client/chart.js';
const FILE = 'src/export/html/client-script.ts';

async function main(): Promise<void> {
  const script = readFileSync(PROGRAM, 'utf8');
  const hash = createHash('sha256').update(script).digest('base64');
  const source = [
    `/** The page's program, \`client/chart.js\`; \`npm run client\` writes this file. */`,
    `export const CLIENT_SCRIPT = ${JSON.stringify(script)};`,
    '',
    `/** What the page's policy lets run: the program, and nothing else. */`,
    `export const CLIENT_HASH = 'sha256-${hash}';`,
  ].join('\n');
  const config = await resolveConfig(FILE);
  const text = await format(source, { ...config, parser: 'typescript' });
  if (!process.argv.includes('--check')) writeFileSync(FILE, text);
  else if (readFileSync(FILE, 'utf8') !== text) {
    console.error(`${FILE} is not what ${PROGRAM} gives: npm run client`);
    process.exitCode = 1;
  }
}

void main();
