import type { Rule } from '../finding';
import { peersOf } from '../peers';

/** Docker resolves it; RFC 3986 parsers and HTTP servers may refuse such a host. */
export const nameRefusedInUrl: Rule = {
  code: 'NAME_REFUSED_IN_URL',
  level: 'warning',
  covers: ['L2'],
  summary: 'A URL names a container by a name that is no host name.',
  *find(model) {
    for (const { reference, peer } of peersOf(model)) {
      const { host, isUrl, container, variable } = reference;
      if (!isUrl || !/_|^-|-$/.test(host)) continue;
      yield {
        at: container.id,
        problem: `${variable} has a URL with the host '${host}', which is ${peer.container.id}: strict URL parsers refuse ${host.includes('_') ? 'the underscore' : 'the dash at its end'}`,
        fix: `give it an alias without${exampleFor(host)}`,
      };
    }
  },
};

function exampleFor(host: string): string {
  const name = host.replaceAll('_', '-').replace(/^-+|-+$/g, '');
  return name === '' ? '' : `, such as '${name}'`;
}
