import { Container } from 'portolan';
import { onlyContainer, resourceNamed, shop } from '../../support/synth';
import { OPTIONS, type Option } from './options';

const rows = Object.entries(OPTIONS).flatMap(([prop, options]) =>
  options.map((each, index): [string, number, Option] => [prop, index + 1, each]),
);

test.each(rows)('writes %s into the plan, form %i', (_, __, { props, plan }) => {
  const stack = shop();
  new Container(stack, 'web', { image: 'nginx:1.27', ...props(stack) });
  const name = typeof plan['name'] === 'string' ? plan['name'] : 'shop-web';
  const block = resourceNamed(stack, 'docker_container', name);
  for (const [attribute, value] of Object.entries(plan)) expect(block[attribute]).toEqual(value);
});

test.each(rows)('writes %s into the topology, form %i', (_, __, { props, model }) => {
  const stack = shop();
  new Container(stack, 'web', { image: 'nginx:1.27', ...props(stack) });
  const container = onlyContainer(stack);
  expect(container).toMatchObject(model);
  expect(container.unknown).toEqual([]);
});

test('writes nothing that nobody asked for', () => {
  const stack = shop();
  new Container(stack, 'web', { image: 'nginx:1.27' });
  expect(resourceNamed(stack, 'docker_container', 'shop-web')).toEqual({
    name: 'shop-web',
    image: 'nginx:1.27',
    network_mode: 'bridge',
    stop_timeout: 10,
    destroy_grace_seconds: 10,
    labels: [{ label: 'portolan.recreate', value: expect.stringMatching(/^[0-9a-f]{16}$/) }],
  });
});

test('takes a property that is undefined for one that is not there', () => {
  const stack = shop();
  const nothing = Object.fromEntries(Object.keys(OPTIONS).map((prop) => [prop, undefined]));
  new Container(stack, 'web', { ...nothing, image: 'nginx:1.27' });
  new Container(stack, 'other', { image: 'nginx:1.27' });
  const [web, other] = ['web', 'other'].map((id) => {
    const block = resourceNamed(stack, 'docker_container', `shop-${id}`);
    return { ...block, name: 'same', '//': 'same' };
  });
  expect(web).toEqual(other);
});
