import { expectText } from '../../expect';
import { checkHostname } from '../../notation/names';
import { address, flag, mapOf, text, type Check } from '../props';
import { literalMap } from '../token';
import { checkKnown, sameText, sameTexts, type Setters } from './draft';
import { parseExtraHosts } from './extra-hosts';
import { parseExposeProp, parsePublishProp, portBlocks } from './ports';

/** Ports, names and resolvers. */
export const NETWORK_SETTERS: Setters<
  | 'publish'
  | 'publishAll'
  | 'expose'
  | 'hostname'
  | 'domainname'
  | 'dns'
  | 'dnsSearch'
  | 'dnsOptions'
  | 'extraHosts'
  | 'sysctls'
> = {
  publish: (value, draft) => {
    const publish = parsePublishProp(value, draft.at);
    draft.model.publish = publish;
    if (publish.length === 0) return;
    draft.config.ports = portBlocks(publish);
    // Read back in another order, or not at all while the container is stopped.
    draft.ignored.push('ports');
  },
  publishAll: (value, draft) => {
    checkKnown(flag, value, draft, 'publishAll');
    draft.model.publishAll = value;
    if (!value) return;
    draft.config.publishAllPorts = value;
    draft.ignored.push('ports');
  },
  expose: (value, draft) => {
    draft.model.expose = parseExposeProp(value, draft.at);
  },
  hostname: sameText('hostname', (value, at, what) => {
    expectText(value, at, what);
    checkHostname(value, at, what);
  }),
  domainname: sameText('domainname', text),
  dns: sameTexts('dns', address, 'dns'),
  dnsSearch: sameTexts('dnsSearch', text, 'dnsSearch'),
  dnsOptions: sameTexts('dnsOptions', text, 'dnsOpts'),
  extraHosts: (value, draft) => {
    const extraHosts = parseExtraHosts(value, draft.at);
    draft.model.extraHosts = extraHosts;
    if (extraHosts.length === 0) return;
    draft.config.host = extraHosts.map(({ host, address: ip }) => ({ host, ip }));
    // The provider cuts an IPv6 address at its second colon when it reads it back.
    if (extraHosts.some(({ address: ip }) => ip.includes(':'))) draft.ignored.push('host');
  },
  sysctls: (value, draft) => {
    checkKnown(mapOf(textOrNumber), value, draft, 'sysctls');
    const sysctls: Record<string, string> = {};
    for (const [key, entry] of Object.entries(value)) sysctls[key] = String(entry);
    draft.model.sysctls = sysctls;
    if (Object.keys(sysctls).length > 0) draft.config.sysctls = literalMap(sysctls);
  },
};

const textOrNumber: Check = (value, at, what) => {
  if (!Number.isSafeInteger(value)) text(value, at, what);
};
