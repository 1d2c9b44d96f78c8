import { memoryReservationTooLarge as rule } from '../../src/analysis/rules/memory-reservation-too-large';
import { places } from './topologies';

const MEBIBYTE = 1024 * 1024;

test.each([
  [257, ['web']],
  [256, []],
  [1, []],
])('with memory 256m and memoryReservation %dm reports %j', (reservation, expected) => {
  const resources = {
    memoryBytes: 256 * MEBIBYTE,
    memoryReservationBytes: reservation * MEBIBYTE,
  };
  expect(places(rule, { containers: [{ id: 'web', resources }] })).toEqual(expected);
});

test('lets a reservation without a limit pass', () => {
  const resources = { memoryReservationBytes: MEBIBYTE };
  expect(places(rule, { containers: [{ id: 'web', resources }] })).toEqual([]);
});
