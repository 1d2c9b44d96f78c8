/** Adds some networks to a lock file, one after the other, as a program of its own would. */
import { readLockText, replaceLockText } from '../../src/addresses/lock-file';
import { parseLock } from '../../src/addresses/parse-lock';
import { planAddresses } from '../../src/addresses/plan';
import { renderLock } from '../../src/addresses/render-lock';
import { parseCidr } from '../../src/ip/cidr';

const [file = '', name = '', count = '0'] = process.argv.slice(2);

const space = {
  pools: [parseCidr('10.0.0.0/12', 'test')],
  reserved: [],
  avoided: [],
  prefixes: { 4: 24, 6: 64 },
};

let conflicts = 0;
for (let added = 1; added <= Number(count); added += 1) {
  while (!tryWrite(added)) conflicts += 1;
}
console.log(conflicts);

function tryWrite(networks: number): boolean {
  const text = readLockText(file);
  const { lock } = planAddresses({
    networks: Array.from({ length: networks }, (_, index) => ({
      path: `shop/${name}${String(index)}`,
      space,
      families: [4],
      prefixes: {},
      members: [{ path: `shop/${name}`, wishes: { 4: 'planned', 6: 'planned' } }],
    })),
    previous: text === undefined ? new Map() : parseLock(text, file),
    today: '2026-01-01',
    keepDays: 30,
  });
  return replaceLockText(file, text, renderLock(lock));
}
