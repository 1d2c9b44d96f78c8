import type { Rule } from '../finding';
import { usageOf } from '../usage';

/** Docker would make an empty volume of that name on the container's host, without a word. */
export const volumeOnOtherHost: Rule = {
  code: 'VOLUME_ON_OTHER_HOST',
  level: 'error',
  covers: [],
  summary: 'A container is to mount a volume of another engine.',
  *find(model) {
    for (const container of usageOf(model).mounting) {
      for (const { volume: id } of container.mounts) {
        const volume = id === undefined ? undefined : model.volumes.get(id);
        if (volume === undefined || volume.host === container.host) continue;
        yield {
          at: container.id,
          problem: `it is on host ${container.host} and its volume ${volume.id} on host ${volume.host}`,
          fix: 'put both on one host, or give each host a volume with a driver that shares the data, such as nfs',
        };
      }
    }
  },
};
