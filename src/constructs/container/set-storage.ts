import { expectList } from '../../expect';
import { labelBlocks, labelMap } from '../labels';
import { anyText, flag, mapOf, text } from '../props';
import { literalMap } from '../token';
import { checkKnown, planned, sameText, type Setters } from './draft';
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
  logDriver: sameText('logDriver', text),
  logOptions: (value, draft) => {
    checkKnown(mapOf(anyText), value, draft, 'logOptions');
    draft.model.logOptions = value;
    if (Object.keys(value).length > 0) draft.config.logOpts = literalMap(value);
  },
  storageOptions: (value, draft) => {
    checkKnown(mapOf(text), value, draft, 'storageOptions');
    draft.model.storageOptions = value;
    if (Object.keys(value).length > 0) draft.config.storageOpts = literalMap(value);
  },
  removeVolumes: planned('removeVolumes', flag, 'removeVolumes'),
};
