/**
 * Loads one entry of the installed package and fails when anything else happens: output, files written, new
 * globals, open handles. Runs in the folder of a project that depends on the package.
 */
const fs = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const load = createRequire(join(process.cwd(), 'probe.js'));
const done = [];
for (const name of [
  'writeFileSync',
  'mkdirSync',
  'rmSync',
  'appendFileSync',
  'createWriteStream',
]) {
  const original = fs[name];
  fs[name] = (...args) => {
    done.push(`${name} ${String(args[0])}`);
    return original(...args);
  };
}
// What other packages do when they are loaded is theirs.
const loadOfPackage = createRequire(load.resolve('portolan/package.json'));
for (const dependency of ['cdktf', 'zod']) loadOfPackage(dependency);
const globals = new Set(Reflect.ownKeys(globalThis));
const busy = process.getActiveResourcesInfo().length;
done.length = 0;

load(process.argv[2]);

const added = Reflect.ownKeys(globalThis).filter((key) => !globals.has(key));
done.push(...added.map((key) => `global ${String(key)}`));
done.push(...process.getActiveResourcesInfo().slice(busy));
if (done.length > 0) {
  console.error(`loading ${process.argv[2]} also did: ${done.join(', ')}`);
  process.exitCode = 1;
}
