export { type EventContext, jobEvent } from './events.ts';
export { DEAD_LETTER_PREFIX, HEADERS } from './headers.ts';
export { eventId, jobId, uuidV5 } from './ids.ts';
export { compareStates, fold, isTerminal, type JobState, type PublicStatus, publicStatus, RANK } from './job-state.ts';
export * from './records.ts';
export { type AvroSchema, avroSchema } from './schemas.ts';
export { COMPATIBILITY, PARTITIONS, PIPELINE, type RecordName, subjectOf, TOPICS, type TopicPolicy } from './topics.ts';
