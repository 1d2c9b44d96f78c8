import type { Version } from '../../notation/version';
import type { Attachment } from '../../topology/container';
import { GATEWAY_PRIORITY_SINCE } from '../default-route';
import { describeEngine, mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import { usageOf } from '../usage';

/** First engine that sets a MAC address in each network. */
export const MAC_ADDRESS_SINCE = [25] as const;

const IFNAME = 'com.docker.network.endpoint.ifname';
const SYSCTLS = 'com.docker.network.endpoint.sysctls';

interface Setting {
  readonly since: Version;
  readonly text: string;
}

/** Measured: provider 4.5 hands them over, and an engine that does not know them says nothing. */
export const attachmentSettingIgnored: Rule = {
  code: 'ATTACHMENT_SETTING_IGNORED',
  level: 'warning',
  covers: ['A10', 'A14'],
  summary: "A container's place in a network has a setting that its engine is too old for.",
  *find(model) {
    for (const { container, attachment } of usageOf(model).specialPlaces) {
      const { id: at, host } = container;
      for (const { since, text } of settingsOf(attachment)) {
        if (!mayBeBefore(model, host, since)) continue;
        yield {
          at,
          problem: `${text} in ${attachment.network} needs engine ${since.join('.')}, older ones ignore it, and ${describeEngine(model, host)}`,
          fix: 'use a newer engine, say engineVersion of the DockerHost when it is that new, or drop the setting',
        };
      }
    }
  },
};

function* settingsOf(attachment: Attachment): Generator<Setting> {
  const { macAddress, gatewayPriority, driverOptions } = attachment;
  if (macAddress !== undefined)
    yield { since: MAC_ADDRESS_SINCE, text: `macAddress ${macAddress}` };
  if (gatewayPriority !== undefined && gatewayPriority !== 0) {
    yield { since: GATEWAY_PRIORITY_SINCE, text: `gatewayPriority ${String(gatewayPriority)}` };
  }
  if (driverOptions[IFNAME] !== undefined) {
    yield { since: [28], text: `${IFNAME} ${driverOptions[IFNAME]}` };
  }
  if (driverOptions[SYSCTLS] !== undefined) yield { since: [27], text: SYSCTLS };
}
