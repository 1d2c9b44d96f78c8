import { ConfigError } from '../../errors';
import { expectList, expectString } from '../../expect';
import { flag, mapOf, text, type Check } from '../props';
import { labelBlocks } from '../labels';
import { literal } from '../token';
import { checkKnown, planned, same, type Setters } from './draft';
import { parseFile } from './files';
import { parseMounts } from './mounts';

/** Files, volumes, labels and logs. */
export const STORAGE_SETTERS: Setters<
  'volumes' | 'files' | 'labels' | 'logDriver' | 'logOptions' | 'storageOptions' | 'removeVolumes'
> = {
  volumes: (value, draft) => {
    const { model, volumes, mounts, tmpfs, relabels } = parseMounts(value, draft.at);
    if (relabels) draft.stack.requireProvider([4, 0, 0], 'an SELinux label of a volume', draft.at);
    draft.model.mounts = model;
    if (volumes.length > 0) draft.config.volumes = [...volumes];
    if (mounts.length > 0) draft.config.mounts = [...mounts];
    if (Object.keys(tmpfs).length > 0) draft.config.tmpfs = { ...tmpfs };
  },
  files: (value, draft) => {
    expectList(value, draft.at, 'files');
    const files = value.map((file) => parseFile(file, draft.scope));
    draft.model.files = files.map(({ model }) => model);
    if (files.length > 0) draft.config.upload = files.map(({ block }) => block);
  },
  labels: (value, draft) => {
    checkKnown(labelMap, value, draft, 'labels');
    draft.model.labels = value;
    if (Object.keys(value).length > 0) draft.config.labels = labelBlocks(value);
  },
  logDriver: same('logDriver', text),
  logOptions: (value, draft) => {
    checkKnown(mapOf(expectString), value, draft, 'logOptions');
    draft.model.logOptions = value;
    draft.config.logOpts = literals(value);
  },
  storageOptions: (value, draft) => {
    checkKnown(mapOf(text), value, draft, 'storageOptions');
    draft.model.storageOptions = value;
    draft.config.storageOpts = literals(value);
  },
  removeVolumes: planned('removeVolumes', flag, 'removeVolumes'),
};

const labelMap: Check = (value, at, what) => {
  mapOf(expectString)(value, at, what);
  const reserved = Object.keys(value as object).find((label) => label.startsWith('portolan.'));
  if (reserved === undefined) return;
  throw new ConfigError('LABEL_RESERVED', {
    at,
    problem: `label '${reserved}' begins with 'portolan.', which this library uses itself`,
    fix: 'choose another name',
  });
};

function literals(map: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, literal(value)]));
}
