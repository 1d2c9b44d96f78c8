import type { DockerProviderConfig } from '@cdktf/provider-docker/lib/provider';
import type { Construct } from 'constructs';
import { ConfigError } from '../errors';
import { expectRecord } from '../expect';
import { checkProps, text, type PropTable } from './props';
import { secret, type Secret } from './secret';

/** How to prove who is who on a TCP connection: a folder, or the three texts. */
export interface DockerTlsProps {
  /**
   * Folder with `ca.pem`, `cert.pem` and `key.pem` on the machine that runs Terraform.
   *
   * @default - the texts below
   */
  readonly certPath?: string;

  /**
   * Certificate authority (PEM) that signed the engine's certificate. The provider does not check
   * the engine's certificate at all without it, so it is required.
   *
   * @default - `certPath`
   */
  readonly ca?: string;

  /**
   * Certificate of the client (PEM).
   *
   * @default - `certPath`
   */
  readonly cert?: string;

  /**
   * Private key of the client (PEM).
   *
   * @default - `certPath`
   */
  readonly key?: Secret;
}

const TLS_PROPS: PropTable<DockerTlsProps> = { certPath: text, ca: text, cert: text, key: secret };

const MATERIAL = ['ca', 'cert', 'key'] as const;

/**
 * Refuses TLS material that is not whole.
 *
 * @throws ConfigError `TLS_INCOMPLETE`, `OPTION_GIVEN_TWICE`, `SECRET_IN_PLAIN_TEXT`, `PROP_TYPE`,
 * `PROP_EMPTY`, `PROP_UNKNOWN`
 */
export function checkTls(value: unknown, at: string): void {
  expectRecord(value, at, 'tls');
  const tls = value as DockerTlsProps;
  checkProps(tls, TLS_PROPS, `${at}: tls`);
  // A token would not do: the provider's field is not a sensitive one.
  if (tls.key !== undefined) secret(tls.key, at, 'tls.key');
  const given = MATERIAL.filter((part) => tls[part] !== undefined);
  if (tls.certPath !== undefined && given.length > 0) {
    throw new ConfigError('OPTION_GIVEN_TWICE', {
      at,
      problem: `tls has certPath and ${given.join(', ')}`,
      fix: 'give the folder, or the three texts',
    });
  }
  if (tls.certPath !== undefined || given.length === MATERIAL.length) return;
  const missing = MATERIAL.filter((part) => tls[part] === undefined);
  throw new ConfigError('TLS_INCOMPLETE', {
    at,
    problem: `tls has no ${missing.join(', no ')}`,
    fix: "give certPath, or ca, cert and key together; without ca the engine's certificate is not checked",
  });
}

/** The provider's form of it in a stack. */
export function tlsConfig(
  { certPath, ca, cert, key }: DockerTlsProps,
  scope: Construct,
): Pick<DockerProviderConfig, 'certPath' | 'caMaterial' | 'certMaterial' | 'keyMaterial'> {
  if (certPath !== undefined) return { certPath };
  return {
    ...(ca === undefined ? {} : { caMaterial: ca }),
    ...(cert === undefined ? {} : { certMaterial: cert }),
    ...(key === undefined ? {} : { keyMaterial: key.in(scope) }),
  };
}
