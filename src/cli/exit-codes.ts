/** It was done, or what was asked for holds. */
export const OK = 0;

/** There are findings or differences. */
export const FOUND = 1;

/** The command was used wrongly, or something it needs is missing. */
export const MISUSE = 2;

/** What a command reports when it did its work; nothing: {@link OK}. */
export type Report = (exitCode: number) => void;
