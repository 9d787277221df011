import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** The local stack's own folder in the repository (pom, pins, demonstration). */
export const localRoot = fileURLToPath(new URL('../', import.meta.url)).replace(/\/$/, '');
