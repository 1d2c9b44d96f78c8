import type { Place } from '../../src/analysis/reach/place';
import { relationOf, type Relation } from '../../src/analysis/reach/relation/relation';
import { renderRelation, renderRelationJson } from '../../src/export/relation';
import { parsePublish } from '../../src/notation/publish';
import { inNetworks, topologyOf, type Parts } from '../analysis/topologies';

const PARTS: Parts = {
  hosts: [{ id: 'local', engineVersion: '28.5' }],
  networks: [{ id: 'front' }, { id: 'back', internal: true }, { id: 'other' }],
  containers: [
    { id: 'db', ...inNetworks('back') },
    { id: 'web', ...inNetworks('front', 'back'), publish: parsePublish('8080:80', '') },
    { id: 'web2', ...inNetworks('front', 'back'), publish: parsePublish('8081:80', '') },
    { id: 'guest', ...inNetworks('other') },
    { id: 'agent', mode: 'host' },
    { id: 'job', mode: 'none' },
  ],
};

const PLACES: readonly Place[] = [{ kind: 'lan', id: 'local' }];

function relate(parts: Parts): Relation {
  return relationOf(topologyOf(parts));
}

test('a paragraph for each class and each further place', () => {
  expect(renderRelation(relate(PARTS), PLACES)).toBe(
    [
      '6 containers. Of 30 pairs: 14 reach any port, 2 published ports alone, 14 nothing.',
      'host:local, agent\n  any port   db, guest, web (+1)\n  outside    yes',
      'db (back)\n  any port   host:local, web (+1)',
      'guest (other)\n  any port   host:local\n  published  web (+1)\n  outside    yes',
      'job (no network)\n  nothing',
      'web and web2 (back and front)\n  any port   host:local, db, web (+1)\n  outside    yes',
      'lan:local\n  any port   host:local\n  published  web (+1)',
    ].join('\n\n'),
  );
});

test('lines have at most 80 columns, and the thirteenth name is counted', () => {
  const containers = Array.from({ length: 20 }, (_, index) => ({
    id: `a-container-with-a-name-${String(index)}`,
    ...inNetworks('front'),
    publish: parsePublish(`${String(8000 + index)}:80`, ''),
  }));
  const networks = [{ id: 'front' }, ...containers.map(({ id }) => ({ id: `${id}-net` }))];
  const alone = containers.map((one) => ({ ...one, ...inNetworks('front', `${one.id}-net`) }));
  const text = renderRelation(relate({ networks, containers: alone }), []);
  expect(text).toContain('and 8 classes more');
  for (const line of text.split('\n')) {
    if (line.startsWith(' ')) expect(line.length).toBeLessThan(81);
  }
});

test('signs that steer a terminal are written out', () => {
  const containers = [{ id: 'we\u202eb', name: 'web', mode: 'none' as const }];
  expect(renderRelation(relate({ containers }), [])).toContain('we\\u202eb (no network)');
});

test('the JSON form has classes with what they reach, and pairs', () => {
  const document = JSON.parse(renderRelationJson(relate(PARTS), PLACES)) as {
    classes: unknown[];
  };
  expect(document).toMatchObject({
    version: 1,
    pairs: { address: 14, published: 2, unknown: 0, none: 14 },
    places: [{ place: 'lan:local', reaches: { address: [0], published: [4] } }],
  });
  expect(document.classes[2]).toEqual({
    index: 2,
    kind: 'container',
    host: 'local',
    containers: ['guest'],
    networks: ['other'],
    reaches: { address: [0], published: [4], unknown: [], outside: 'yes' },
  });
});
