import { nameRefusedInUrl as rule } from '../../src/analysis/rules/name-refused-in-url';
import { inNetworks, messages, type ContainerPart } from './topologies';

function found(value: string, name: string): string[] {
  const containers: ContainerPart[] = [
    { id: 'web', env: { API_URL: value }, ...inNetworks('back') },
    { id: 'api', attachments: [{ network: 'back', aliases: [name] }] },
  ];
  return messages(rule, { networks: [{ id: 'back' }], containers });
}

test.each([
  ['my_api', "the underscore; give it an alias without, such as 'my-api'"],
  ['api_', "the underscore; give it an alias without, such as 'api'"],
  ['_api', "the underscore; give it an alias without, such as 'api'"],
  ['api-', "the dash at its end; give it an alias without, such as 'api'"],
  ['_', 'the underscore; give it an alias without [NAME_REFUSED_IN_URL]'],
])('finds %s in a URL', (name, text) => {
  expect(found(`http://${name}/`, name)).toEqual([expect.stringContaining(text)]);
});

test.each([
  ['http://my-api/', 'my-api'],
  ['http://api.back:80/a_b', 'api.back'],
  ['my_api:8080', 'my_api'],
])('lets %s pass', (value, name) => {
  expect(found(value, name)).toEqual([]);
});

test('has nothing to say of hosts that are no containers', () => {
  expect(found('http://my_cdn.example.org/', 'api')).toEqual([]);
});
