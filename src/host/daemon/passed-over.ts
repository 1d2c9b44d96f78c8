/**
 * Names of flags that dockerd accepts in its file and never reads: the key has another name. Measured on 20.10,
 * 26.1 and 28.5.
 */
export const PASSED_OVER: ReadonlyMap<string, string> = new Map([
  ['add-runtime', 'runtimes'],
  ['authorization-plugin', 'authorization-plugins'],
  ['cdi-spec-dir', 'cdi-spec-dirs'],
  ['default-address-pool', 'default-address-pools'],
  ['default-network-opt', 'default-network-opts'],
  ['default-ulimit', 'default-ulimits'],
  ['dns-opt', 'dns-opts'],
  ['exec-opt', 'exec-opts'],
  ['host', 'hosts'],
  ['insecure-registry', 'insecure-registries'],
  ['label', 'labels'],
  ['log-opt', 'log-opts'],
  ['node-generic-resource', 'node-generic-resources'],
  ['registry-mirror', 'registry-mirrors'],
  ['storage-opt', 'storage-opts'],
]);
