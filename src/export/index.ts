export { dockerCommands, renderDockerCommands, type DockerCommand } from './docker/docker-commands';
export { PLAIN_STYLE, renderText, type TextStyle } from './text';
