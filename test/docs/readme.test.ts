import { Testing } from 'cdktf';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BridgeNetwork, Container, DockerStack, FindingsError } from 'portolan';

const readme = readFileSync(resolve(__dirname, '..', '..', 'README.md'), 'utf8');

test('the README shows the errors that its mistakes get, word for word', () => {
  const app = Testing.app();
  const stack = new DockerStack(app, 'shop');
  const back = new BridgeNetwork(stack, 'back', { subnets: [{ cidr: '172.27.0.0/16' }] });
  const image = 'nginx:1.27';
  new Container(stack, 'db', { image, networks: [{ network: back, ipv4: '172.28.0.10' }] });
  new Container(stack, 'admin', { image, publish: ['8080:8080'] });
  new Container(stack, 'web', { image, publish: ['8080:80'] });
  const failure = catchFailure(() => {
    app.synth();
  });
  expect(failure).toBeInstanceOf(FindingsError);
  const { message } = failure as FindingsError;
  // The lines are those of a program of the reader.
  const place = /^ {4}\S+:\d+$/gm;
  expect(readme.replace(place, '    <line>')).toContain(
    `FindingsError: ${message.replace(place, '    <line>')}\n`,
  );
});

function catchFailure(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
