import type { Container } from '../../topology/container';
import type { Rule } from '../finding';
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
        const reason = whyRefused(container, name);
        if (reason === undefined) continue;
        yield {
          at: container.id,
          problem: `sysctl ${name} ${reason}`,
          fix: 'set it on the host, in /etc/sysctl.d',
        };
      }
    }
  },
};

function whyRefused({ ipcMode }: Container, name: string): string | undefined {
  if (name.startsWith('net.') || name === 'kernel.domainname') return undefined;
  if (!OF_IPC.test(name)) return "is the whole host's, so no container can have its own";
  return ipcMode === 'host'
    ? "belongs to the host's shared memory, which the container has"
    : undefined;
}
