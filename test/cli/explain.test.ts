import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../support/cli';

const CODE = 'ACCEPTED_FINDING_ABSENT';
const page = readFileSync(join(__dirname, '../../docs/rules', `${CODE}.md`), 'utf8');

test.each([CODE, CODE.toLowerCase(), `[${CODE}]`])('prints the page of %s', async (code) => {
  expect(await runCli('explain', code)).toEqual({ code: 0, out: page, err: '' });
});

test('says what an error means', async () => {
  const { code, out } = await runCli('explain', 'CIDR_MALFORMED');
  expect(code).toBe(0);
  expect(out).toMatch(/^# CIDR_MALFORMED\n\n.*the block has no prefix length/);
});

test('rejects a code that there is not, with the nearest one', async () => {
  expect(await runCli('explain', 'SUBNET_OVERLAB')).toEqual({
    code: 2,
    out: '',
    err: "portolan explain: there is no code 'SUBNET_OVERLAB'; did you mean SUBNET_OVERLAP? [FINDING_CODE_UNKNOWN]\n",
  });
});

test.each(['../../package', '__proto__', 'README'])('rejects %s', async (code) => {
  const { code: exitCode, err } = await runCli('explain', code);
  expect({ exitCode, isKnown: !err.includes('FINDING_CODE_UNKNOWN') }).toEqual({
    exitCode: 2,
    isKnown: false,
  });
});
