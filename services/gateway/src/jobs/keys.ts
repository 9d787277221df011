/**
 * Every Redis key of the gateway. What one script touches shares a hash tag, so that a cluster keeps it in one slot:
 * all of a job under `{job id}`, a tenant's index under `{tenant}`, the materializer's progress under its own.
 */
const PREFIX = 'cs';

export const ARTEFACTS = ['transcript', 'summary', 'fhir'] as const;
export type ArtefactName = (typeof ARTEFACTS)[number];

/** Hash: the state, what the submission said, and when each state was reached. */
export const jobKey = (jobId: string): string => `${PREFIX}:{${jobId}}:job`;
/** Hash: the job's events as clients see them, by sequence. */
export const eventsKey = (jobId: string): string => `${PREFIX}:{${jobId}}:events`;
/** String: the Artefact as JSON. */
export const artefactKey = (jobId: string, name: ArtefactName): string => `${PREFIX}:{${jobId}}:${name}`;
/** Pub/sub channel of the job's events. */
export const liveChannel = (jobId: string): string => `${PREFIX}:{${jobId}}:live`;
/** Hash: who is accepting the job under an Idempotency-Key, until when. */
export const claimKey = (jobId: string): string => `${PREFIX}:{${jobId}}:claim`;
/** Sorted set of the tenant's job ids by time of submission. */
export const tenantIndexKey = (tenant: string): string => `${PREFIX}:jobs:{${tenant}}`;
/** Hash: whose data this is and how much of it is there (lineage.lua). Gone = Redis was emptied. */
export const progressKey = `${PREFIX}:{materializer}:progress`;
/** The job of a live channel. */
export const jobOfChannel = (channel: string): string => channel.slice(PREFIX.length + 2, channel.indexOf('}'));
