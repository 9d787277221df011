export { DependencyDownError, PermanentError, StageError, TransientError } from './errors.ts';
export { createLogger, describeError, type LogFields, type Logger, type LogLevel } from './logger.ts';
export {
  defineStage,
  type JobContext,
  type Outgoing,
  type StageContext,
  type StageDefinition,
  type StageEvents,
} from './stage.ts';
