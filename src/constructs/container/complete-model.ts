import type { Container as ContainerModel } from '../../topology/container';
import type { DraftModel } from './draft';

const NO_LIST: readonly never[] = [];
const NO_MAP: Readonly<Record<string, never>> = {};

/** What the container itself adds to what its properties say. */
export type ModelParts = Pick<
  ContainerModel,
  'mode' | 'modeContainer' | 'attachments' | 'links' | 'dependsOn' | 'oneShot'
>;

/* eslint-disable complexity, max-lines-per-function -- one line for each field, see below */

/**
 * The topology's entry of a container. One object literal: with thousands of containers, spreading
 * so many fields takes longer than everything else that is done for one of them.
 */
export function completeModel(model: DraftModel, parts: ModelParts): ContainerModel {
  return {
    id: model.id,
    name: model.name,
    host: model.host,
    stack: model.stack,
    image: model.image,
    mode: parts.mode,
    modeContainer: parts.modeContainer,
    attachments: parts.attachments,
    hostname: model.hostname,
    domainname: model.domainname,
    dns: model.dns ?? NO_LIST,
    dnsSearch: model.dnsSearch ?? NO_LIST,
    dnsOptions: model.dnsOptions ?? NO_LIST,
    extraHosts: model.extraHosts ?? NO_LIST,
    publish: model.publish ?? NO_LIST,
    publishAll: model.publishAll ?? false,
    expose: model.expose ?? NO_LIST,
    listens: model.listens ?? NO_LIST,
    links: parts.links,
    dependsOn: parts.dependsOn,
    command: model.command,
    entrypoint: model.entrypoint,
    env: model.env ?? NO_MAP,
    secretEnv: model.secretEnv ?? NO_LIST,
    mounts: model.mounts ?? NO_LIST,
    files: model.files ?? NO_LIST,
    user: model.user,
    workingDir: model.workingDir,
    healthcheck: model.healthcheck,
    restart: model.restart,
    stopSignal: model.stopSignal,
    stopGraceSeconds: model.stopGraceSeconds,
    capAdd: model.capAdd ?? NO_LIST,
    capDrop: model.capDrop ?? NO_LIST,
    devices: model.devices ?? NO_LIST,
    securityOpts: model.securityOpts ?? NO_LIST,
    sysctls: model.sysctls ?? NO_MAP,
    ulimits: model.ulimits ?? NO_LIST,
    resources: model.resources ?? NO_MAP,
    labels: model.labels ?? NO_MAP,
    logDriver: model.logDriver,
    logOptions: model.logOptions ?? NO_MAP,
    storageOptions: model.storageOptions ?? NO_MAP,
    groupAdd: model.groupAdd ?? NO_LIST,
    privileged: model.privileged ?? false,
    readOnly: model.readOnly ?? false,
    init: model.init ?? false,
    tty: model.tty ?? false,
    stdinOpen: model.stdinOpen ?? false,
    gpus: model.gpus,
    runtime: model.runtime,
    platform: model.platform,
    pidMode: model.pidMode,
    ipcMode: model.ipcMode,
    usernsMode: model.usernsMode,
    cgroupnsMode: model.cgroupnsMode,
    cgroupParent: model.cgroupParent,
    oneShot: parts.oneShot,
    external: model.external ?? false,
    unknown: model.unknown ?? NO_LIST,
  };
}
