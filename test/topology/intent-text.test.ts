import type { Intent } from '../../src/topology/intent';
import { intentText } from '../../src/topology/intent-text';

const db = { kind: 'container', id: 'shop/db' } as const;
const web = { kind: 'container', id: 'shop/web' } as const;
const port = { port: 3306, protocol: 'tcp' } as const;

test.each<[string, Intent]>([
  ['shop/web reaches shop/db:3306/tcp', { kind: 'reaches', stack: 's', from: web, to: db, port }],
  [
    'host:nas never reaches shop/db',
    { kind: 'neverReaches', stack: 's', from: { kind: 'host', id: 'nas' }, to: db },
  ],
  [
    'shop/db:3306/tcp is reached by shop/web, lan:nas only',
    { kind: 'onlyReachedBy', stack: 's', to: db, from: [web, { kind: 'lan', id: 'nas' }], port },
  ],
  ['shop/db is reached by nobody', { kind: 'onlyReachedBy', stack: 's', to: db, from: [] }],
  ['shop/db is not exposed', { kind: 'notExposed', stack: 's', to: db }],
  ['shop/web reaches outside', { kind: 'reaches', stack: 's', from: web, to: { kind: 'outside' } }],
])('%s', (text, intent) => {
  expect(intentText(intent)).toBe(text);
});
