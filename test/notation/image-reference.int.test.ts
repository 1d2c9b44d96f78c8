import { ConfigError } from '../../src/errors';
import { parseImageReference } from '../../src/notation/image-reference';
import { compareVersions, parseVersion } from '../../src/notation/version';
import { tryDocker } from '../support/docker';
import { describeWithEngine } from '../support/needs';

const SHA256 = `sha256:${'a'.repeat(64)}`;

/** The reference as Docker says that it has no such image; nothing when it does not read it. */
async function dockerReads(text: string): Promise<string | undefined> {
  const { stderr } = await tryDocker('create', '--pull', 'never', text);
  return /no such image: (\S+)/i.exec(stderr)?.[1];
}

/** In Docker's own words: what goes without saying is left out, but for the tag. */
function weRead(text: string): string {
  const { registry, repository, tag, digest } = parseImageReference(text, 'web');
  const isOnHub = registry === undefined || /^(?:index\.)?docker\.io$/.test(registry);
  const name = isOnHub
    ? repository.replace(/^library\/(?=[^/]+$)/, '')
    : `${registry}/${repository}`;
  const version = tag ?? (digest === undefined ? 'latest' : undefined);
  return `${name}${version === undefined ? '' : `:${version}`}${digest === undefined ? '' : `@${digest}`}`;
}

describeWithEngine('docker create IMAGE', (engine) => {
  const isOld = compareVersions(parseVersion(engine.version, ''), [25]) < 0;

  test.each([
    'ptlnone',
    'ptlnone:1.27',
    'library/ptlnone',
    'ptlnone/app/x',
    'docker.io/ptlnone',
    'docker.io/library/ptlnone:x',
    'docker.io/ptlnone/app',
    'index.docker.io/ptlnone',
    'localhost/ptlnone',
    'localhost:5000/ptlnone:1',
    'ptlnone:1/x',
    'reg.example/ptlnone/b:1',
    'reg.example:5000/ptlnone',
    'reg.example:123456/ptlnone',
    'reg:5000/ptlnone',
    'Reg.Example/ptlnone',
    'a_b/ptlnone',
    'a__b/ptlnone',
    'a--b/ptlnone',
    'ptlnone/a.b_c-d',
    'ptlnone:_x',
    'ptlnone:Alpine',
    `ptlnone:${'x'.repeat(128)}`,
    `ptlnone@${SHA256}`,
    `ptlnone:1@${SHA256}`,
    `ptlnone@sha384:${'a'.repeat(96)}`,
    `ptlnone@sha512:${'a'.repeat(128)}`,
    'a'.repeat(237),
    `reg.example/${'a'.repeat(243)}`,
  ])('is read as we read %s', async (text) => {
    expect(await dockerReads(text)).toBe(weRead(text));
  });

  test.each([
    '',
    'Ptlnone',
    'ptlnone/App',
    'reg.example/App',
    'ptl none',
    'é',
    '/ptlnone',
    'a//b',
    'a/',
    '.a',
    'a.',
    'a-',
    '_a',
    'a___b',
    'a._b',
    'a.-b',
    'ptlnone:',
    'ptlnone:-x',
    'ptlnone:.x',
    'ptlnone:a b',
    'ptlnone:1:2',
    `ptlnone:${'x'.repeat(129)}`,
    'ptlnone@',
    'ptlnone@sha256:abc',
    `ptlnone@SHA256:${'a'.repeat(64)}`,
    `ptlnone@sha256:${'A'.repeat(64)}`,
    `ptlnone@sha512:${'a'.repeat(64)}`,
    `ptlnone@md5:${'a'.repeat(32)}`,
    `ptlnone@${SHA256}@${SHA256}`,
    'http://reg.example/ptlnone',
    'a..b/ptlnone',
    'a-.b/ptlnone',
    '-a.b/ptlnone',
    'reg.example:/ptlnone',
    'reg.example:http/ptlnone',
    'reg.example:5000/',
    '[fd00::1%eth0]/ptlnone',
    'a'.repeat(238),
    `reg.example/${'a'.repeat(244)}`,
  ])('is refused as we refuse %s', async (text) => {
    expect(await dockerReads(text)).toBeUndefined();
    expect(() => weRead(text)).toThrow(ConfigError);
  });

  test('takes a host with _ for a part of the repository, which we refuse', async () => {
    expect(await dockerReads('my_host.x/ptlnone')).toBe('my_host.x/ptlnone:latest');
    expect(() => weRead('my_host.x/ptlnone')).toThrow(ConfigError);
  });

  test.each(['[fd00::1]:5000/ptlnone', 'Reg/ptlnone'])(
    'is read as we read %s from engine 25 on',
    async (text) => {
      expect(await dockerReads(text)).toBe(isOld ? undefined : weRead(text));
    },
  );
});
