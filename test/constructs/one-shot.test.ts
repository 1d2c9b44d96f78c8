import { TerraformOutput, Testing } from 'cdktf';
import { OneShot } from 'portolan';
import { onlyContainer, onlyResource, shop, type Block } from '../support/synth';

test('waits for the end and keeps what it said', () => {
  const stack = shop();
  new OneShot(stack, 'migrate', { image: 'shop/app:2', command: ['migrate'] });
  expect(onlyResource(stack, 'docker_container')).toMatchObject({
    name: 'shop-migrate',
    command: ['migrate'],
    attach: true,
    logs: true,
    must_run: false,
  });
});

test('fails the apply by a provisioner, which makes the next apply run it again', () => {
  const stack = shop();
  new OneShot(stack, 'migrate', { image: 'shop/app:2' });
  const { provisioner } = onlyResource(stack, 'docker_container') as {
    provisioner: { 'local-exec': Block }[];
  };
  expect(provisioner).toHaveLength(1);
  const { command, environment } = provisioner[0]!['local-exec'] as {
    command: string;
    environment: Block;
  };
  expect(command).toMatch(/^\$\{self\.exit_code == 0 \? "exit 0" : ".*exit 1"\}$/);
  expect(environment['PORTOLAN_MESSAGE']).toContain(
    '${self.name} ended with exit code ${self.exit_code} and said:',
  );
});

test('says in the topology that it ends by itself', () => {
  const stack = shop();
  new OneShot(stack, 'migrate', { image: 'shop/app:2' });
  expect(onlyContainer(stack).oneShot).toBe(true);
});

test('hands its exit code out', () => {
  const stack = shop();
  const migrate = new OneShot(stack, 'migrate', { image: 'shop/app:2' });
  new TerraformOutput(stack, 'code', { value: migrate.exitCode });
  expect(Testing.synth(stack)).toMatch(/\$\{docker_container\.migrate_\w+\.exit_code\}/);
});

test.each([
  ['restart', 'always'],
  ['mustRun', true],
  ['start', false],
  ['waitHealthy', true],
])('rejects %s', (prop, value) => {
  expect(() => new OneShot(shop(), 'migrate', { image: 'shop/app:2', [prop]: value })).toThrow(
    `shop/migrate: a OneShot has no property '${prop}': it runs once and ends; remove it, or use a Container [PROP_UNKNOWN]`,
  );
});
