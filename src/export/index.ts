export { dockerCommands, renderDockerCommands } from './docker/docker-commands';
export type { DockerCommand } from './docker/words';
export { PLAIN_STYLE, renderText, type TextStyle } from './text';
export { renderReachDiff, renderReachDiffJson } from './reach-diff';
export { renderReachDiffMarkdown } from './reach-diff-markdown';
export { renderExposure, renderExposureJson } from './exposure';
export { renderAnswersJson, renderReached, renderWays } from './reach';
export { renderRelation, renderRelationJson } from './relation';
