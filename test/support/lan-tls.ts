import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { asRoot } from './lan-root';

/** Folders with what proves who is who: `ca.pem`, `cert.pem` and `key.pem` in each. */
export interface TlsFolders {
  readonly server: string;
  readonly client: string;
}

/** Where {@link makeCertificates} puts what it makes. */
export function tlsFoldersIn(folder: string): TlsFolders {
  return { server: join(folder, 'server'), client: join(folder, 'client') };
}

/** Makes an authority, and certificates for a server at the address and for its client. */
export async function makeCertificates(folder: string, address: string): Promise<void> {
  const authority = join(folder, 'authority');
  mkdirSync(authority, { recursive: true });
  const ca = { cert: join(authority, 'ca.pem'), key: join(authority, 'key.pem') };
  await openssl('req', '-x509', ...NEW_KEY, '-subj', '/CN=test authority', ...out(ca), ...DAYS);
  const sign = async (target: string, extensions: readonly string[]): Promise<void> => {
    mkdirSync(target, { recursive: true });
    const [request, settings] = [join(target, 'request'), join(target, 'extensions')];
    writeFileSync(settings, `${extensions.join('\n')}\n`);
    const key = join(target, 'key.pem');
    await openssl(
      'req',
      ...NEW_KEY,
      '-subj',
      `/CN=${basename(target)}`,
      ...out({ cert: request, key }),
    );
    await openssl(
      ...['x509', '-req', '-in', request, '-CA', ca.cert, '-CAkey', ca.key, '-CAcreateserial'],
      ...['-extfile', settings, '-out', join(target, 'cert.pem'), ...DAYS],
    );
    await asRoot('cp', ca.cert, join(target, 'ca.pem'));
  };
  const { server, client } = tlsFoldersIn(folder);
  await sign(server, [`subjectAltName=IP:${address}`, 'extendedKeyUsage=serverAuth']);
  await sign(client, ['extendedKeyUsage=clientAuth']);
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const DAYS = ['-days', '2'];

function out({ cert, key }: { readonly cert: string; readonly key: string }): string[] {
  return ['-keyout', key, '-out', cert];
}

function openssl(...words: readonly string[]): Promise<string> {
  return asRoot('openssl', ...words);
}
