import type { Container } from '../../topology/container';
import type { Occurrence, Rule } from '../finding';
import { usageOf } from '../usage';

/** Settings of the container's own IPC namespace. */
const OF_IPC =
  /^(?:kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|fs\.mqueue\..+)$/;

/** The runtime refuses to start the container. */
export const sysctlNotNamespaced: Rule = {
  code: 'SYSCTL_NOT_NAMESPACED',
  level: 'error',
  covers: [],
  summary: "A container sets a kernel setting that is the whole host's.",
  *find(model) {
    for (const container of usageOf(model).sysctls) {
      for (const name in container.sysctls) {
        const refusal = refusalOf(container, name);
        if (refusal !== undefined) yield { at: container.id, ...refusal };
      }
    }
  },
};

function refusalOf(
  { ipcMode }: Container,
  name: string,
): Pick<Occurrence, 'problem' | 'fix'> | undefined {
  if (name.startsWith('net.') || name === 'kernel.domainname') return undefined;
  if (name === 'kernel.hostname') {
    return { problem: `sysctl ${name} is not its way to a host name`, fix: 'use hostname' };
  }
  const fix = 'set it on the host, in /etc/sysctl.d';
  if (!OF_IPC.test(name)) {
    return { problem: `sysctl ${name} is the whole host's, and no container has its own`, fix };
  }
  return ipcMode === 'host'
    ? { problem: `sysctl ${name} is the host's in ipcMode 'host'`, fix }
    : undefined;
}
