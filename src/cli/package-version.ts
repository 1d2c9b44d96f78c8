import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of the installed package, whether it runs from the build or from source. */
export function packageFolder(): string {
  let folder = __dirname;
  while (!isPackage(folder)) folder = dirname(folder);
  return folder;
}

/** Version of the installed package. */
export function packageVersion(): string {
  return (
    JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }
  ).version;
}

function isPackage(folder: string): boolean {
  try {
    const text = readFileSync(join(folder, 'package.json'), 'utf8');
    return (JSON.parse(text) as { name?: string }).name === 'portolan';
  } catch {
    return dirname(folder) === folder;
  }
}
