import htm from 'htm';
import { h } from 'preact';

/** JSX's job without a build: a tagged template that makes preact elements. */
export const html = htm.bind(h);
