export { Counter, Histogram, Registry as MetricsRegistry, Registry } from 'prom-client';
export { INLINE_MAX_BYTES, inlineOrBlob, readArtefact } from './blobs/artefacts.ts';
export { BlobDamagedError, BlobMissingError, type BlobStore } from './blobs/blobs.ts';
export { folderBlobStore } from './blobs/folder.ts';
export { applySchemas, type SchemaChange } from './codec/apply-schemas.ts';
export { type Codec, createCodec, UndecodableError, UnencodableError } from './codec/codec.ts';
export { ConfigurationError, type RuntimeConfig, readEnvironment, runtimeConfig } from './config.ts';
export { type HandledLetter, type HandleOptions, handleDeadLetters } from './dead-letters/handle.ts';
export { type Letter, type LetterFilter, readLetters } from './dead-letters/letters.ts';
export { DependencyDownError, PermanentError, StageError, TransientError } from './errors.ts';
export { createKafka } from './kafka/client.ts';
export type { LogRecord } from './kafka/records.ts';
export { applyTopics, type TopicChange, type TopicSettings } from './kafka/topics.ts';
export { createLogger, describeError, type LogFields, type Logger, type LogLevel } from './logger.ts';
export {
  BrokerUnavailableError,
  ProducerOverloadedError,
  RecordTooLargeError,
  UnknownOutcomeError,
} from './producer/errors.ts';
export { createProducer, type ProduceRecord, type Producer } from './producer/producer.ts';
export { type ReadTopicOptions, readTopic } from './reader/read-topic.ts';
export { createReader, type Reader, type ReaderOptions, type ReadRecord } from './reader/reader.ts';
export { nextTraceparent, type OutgoingIdentity, recordHeaders } from './runner/job.ts';
export type { Quarantine } from './runner/quarantine.ts';
export { runStage, type StageDeps, type StageHandle } from './runner/runner.ts';
export { type Check, type HealthServer, readiness, startHealthServer } from './service/health.ts';
export { processMetrics } from './service/process-metrics.ts';
export { runService, type Service } from './service/run-service.ts';
export {
  defineStage,
  type JobContext,
  type Outgoing,
  type StageContext,
  type StageDefinition,
  type StageEvents,
} from './stage.ts';
