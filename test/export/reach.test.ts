import type { Answer } from '../../src/analysis/reach/answer';
import { renderAnswersJson, renderReached, renderWays } from '../../src/export/reach';

const BY_NAME: Answer = {
  from: { kind: 'container', id: 'web' },
  to: { kind: 'container', id: 'db' },
  by: { kind: 'name', name: 'db', network: 'back' },
  address: '10.0.0.5',
  family: 4,
  port: 3306,
  protocol: 'tcp',
  verdict: 'reaches',
  path: [
    { kind: 'container', at: 'web' },
    { kind: 'dns', at: '127.0.0.11', note: 'back' },
    { kind: 'container', at: 'db' },
  ],
};
const BY_HOST: Answer = {
  ...BY_NAME,
  by: { kind: 'host-address' },
  address: undefined,
  port: 33060,
  verdict: 'refused',
  reason: {
    code: 'NOT_PUBLISHED',
    at: 'db',
    problem: 'nothing is published on 33060/tcp',
    fix: 'publish 33060/tcp of db',
  },
  path: [{ kind: 'host', at: 'local' }],
};

test('every way, and the path of the best', () => {
  expect(renderWays('web', 'db', [BY_NAME, BY_HOST])).toBe(
    [
      'web to db: reaches',
      'BY                   ADDRESS   PORT       ANSWER',
      'name db in back      10.0.0.5  3306/tcp   reaches',
      'address of the host            33060/tcp  refused: NOT_PUBLISHED',
      '',
      'by name db in back, port 3306/tcp',
      'PASSES     AT',
      'container  web',
      'dns        127.0.0.11  back',
      'container  db',
    ].join('\n'),
  );
});

test('what stands in the way, and what would open it', () => {
  const lines = renderWays('web', 'db', [BY_HOST]).split('\n');
  expect(lines[0]).toBe('web to db: does not reach');
  expect(lines.at(-1)).toBe(
    'does not reach: nothing is published on 33060/tcp; publish 33060/tcp of db [NOT_PUBLISHED]',
  );
});

test.each([
  ['unknown', 'not known'],
  ['blocked', 'does not reach'],
  ['no-route', 'does not reach'],
  ['unresolved', 'does not reach'],
] as const)('%s is summed up as %s', (verdict, text) => {
  expect(renderWays('a', 'b', [{ ...BY_HOST, verdict }]).split('\n')[0]).toBe(`a to b: ${text}`);
});

test('says that there is no way at all', () => {
  expect(renderWays('web', 'lan:local', [])).toBe('There is no way from web to lan:local.');
});

test('shows a ping as any port, and a port that the engine picks', () => {
  const ping: Answer = { ...BY_NAME, port: undefined, protocol: 'icmp' };
  const picked: Answer = { ...BY_NAME, port: undefined };
  const text = renderWays('web', 'db', [ping, picked]);
  expect(text).toContain('any (ping)');
  expect(text).toContain('ephemeral/tcp');
});

test('what a place reaches, and what it does not', () => {
  expect(renderReached('web', [BY_NAME, BY_HOST])).toBe(
    [
      'web reaches',
      'TO  PORT      BY',
      'db  3306/tcp  name db in back',
      '',
      'web does not reach, or nobody knows',
      'TO  PORT       ANSWER',
      'db  33060/tcp  refused: NOT_PUBLISHED',
    ].join('\n'),
  );
});

test('leaves out the half that is empty, and says where both are', () => {
  expect(renderReached('web', [BY_NAME])).not.toContain('does not reach');
  expect(renderReached('web', [BY_HOST])).toMatch(/^web does not reach/);
  expect(renderReached('web', [])).toBe('There is nobody that web could reach.');
});

test('signs that steer a terminal are written out', () => {
  const hostile: Answer = { ...BY_NAME, by: { kind: 'name', name: 'd\u001bb' } };
  const text = renderWays('we\u202eb', 'db', [hostile]);
  expect(text).toContain('we\\u202eb to db');
  expect(text).toContain('name d\\u001bb');
});

test('the JSON form writes places as they are asked for', () => {
  expect(JSON.parse(renderAnswersJson([BY_HOST]))).toEqual({
    version: 1,
    answers: [
      {
        from: 'web',
        to: 'db',
        by: { kind: 'host-address' },
        family: 4,
        port: 33060,
        protocol: 'tcp',
        verdict: 'refused',
        reason: BY_HOST.reason,
        path: [{ kind: 'host', at: 'local' }],
      },
    ],
  });
});
