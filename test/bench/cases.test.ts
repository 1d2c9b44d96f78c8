import { addressOf, blockOf, caseFromArguments } from '../../bench/cases';
import { contains, parseCidr } from '../../src/ip/cidr';
import { parseAddress } from '../../src/ip/address';

test('takes 5,000 plain containers on 50 networks when nothing is said', () => {
  expect(caseFromArguments([])).toEqual({ containers: 5000, networks: 50, detail: 'plain' });
});

test('gives each container an address of its own inside its network', () => {
  const [containers, networks] = [20_000, 50];
  const addresses = Array.from({ length: containers }, (_, index) => addressOf(index, networks));
  expect(new Set(addresses).size).toBe(containers);
  const isInside = addresses.every((address, index) =>
    contains(parseCidr(blockOf(index % networks).cidr, 'test'), parseAddress(address, 'test')),
  );
  expect(isInside).toBe(true);
});
