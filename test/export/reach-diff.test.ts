import { renderReachDiff, renderReachDiffJson } from '../../src/export/reach-diff';
import { renderReachDiffMarkdown } from '../../src/export/reach-diff-markdown';
import { changeOf, client, db } from '../analysis/reach-diff/changes';

const CHANGE = changeOf(
  { containers: [db('shop/back'), client('shop/cache', 'shop/front')] },
  { containers: [db('shop/back'), client('shop/cache', 'shop/front', 'shop/back')] },
);

/** A container whose id would break out of a list, a link, or the terminal. */
const HOSTILE = 'shop/`x`](http://a) <b>\n# @team \u001b[2J\u202e';

const HOSTILE_CHANGE = changeOf(
  { containers: [db('shop/back')] },
  { containers: [db('shop/back'), { ...client(HOSTILE, 'shop/back'), name: 'x' }] },
);

test('text has a heading over the sentences', () => {
  expect(renderReachDiff(CHANGE).split('\n')).toEqual([
    'Who reaches whom',
    '  + shop/db can now reach shop/cache (by name cache, through network shop/back)',
    '  + shop/cache can now reach shop/db:5432/tcp (by name db, through network shop/back)',
    '',
    '1 host, network, volume or container differs in its settings.',
  ]);
});

test('Markdown has the names as code', () => {
  expect(renderReachDiffMarkdown(CHANGE).split('\n')).toEqual([
    '**Who reaches whom**',
    '',
    '- `+` `shop/db` can now reach `shop/cache` (by name `cache`, through network `shop/back`)',
    '- `+` `shop/cache` can now reach `shop/db:5432/tcp` (by name `db`, through network `shop/back`)',
    '',
    '1 host, network, volume or container differs in its settings.',
    '',
  ]);
});

test('JSON has a version, and every part of the change', () => {
  const document = JSON.parse(renderReachDiffJson(CHANGE)) as Record<string, unknown>;
  expect(document).toEqual({
    version: 1,
    isSame: false,
    entities: [],
    reach: [
      {
        before: 'none',
        after: 'all',
        from: ['shop/db'],
        to: ['shop/cache'],
        ports: [],
        by: { kind: 'name', name: 'cache', network: 'shop/back' },
      },
      {
        before: 'none',
        after: 'all',
        from: ['shop/cache'],
        to: ['shop/db'],
        ports: [{ port: 5432, protocol: 'tcp' }],
        by: { kind: 'name', name: 'db', network: 'shop/back' },
      },
    ],
    omitted: 0,
    outside: [],
    exposure: [],
    names: [],
    changed: 1,
  });
});

describe('a hostile name', () => {
  test('steers no terminal and makes no line', () => {
    const text = renderReachDiff(HOSTILE_CHANGE);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    expect(text).toContain(
      'container added: shop/`x`](http://a) <b>\\u000a# @team \\u001b[2J\\u202e',
    );
  });

  test('stays code in Markdown', () => {
    const lines = renderReachDiffMarkdown(HOSTILE_CHANGE).split('\n');
    const shown = '`` shop/`x`](http://a) <b>\\u000a# @team \\u001b[2J\\u202e ``';
    expect(lines).toContain(
      `- \`+\` container added: ${shown.replace('`` ', '``').replace(' ``', '``')}`,
    );
    for (const line of lines) expect(line).toMatch(/^(- `[+~-]` |\*\*|\d|$)/);
  });

  test('of backquotes alone stays code, too', () => {
    const change = changeOf({ containers: [] }, { containers: [client('`a``', 'shop/back')] });
    expect(renderReachDiffMarkdown(change)).toContain('container added: ``` `a`` ```\n');
  });
});
