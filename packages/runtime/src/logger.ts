import { type Logger as PinoLogger, pino } from 'pino';

/** The only fields that a log line can carry; anything else does not compile, and is dropped if forced in. */
const ALLOWED = [
  'job_id',
  'tenant',
  'attempt',
  'stage',
  'topic',
  'partition',
  'offset',
  'group',
  'code',
  'dependency',
  'status',
  'count',
  'bytes',
  'ms',
  'signal',
  'method',
  'route',
  'http_status',
  'trace_id',
  'request_id',
  'instance',
  'port',
  'error_name',
  'errno',
] as const;

export type LogFields = { readonly [Field in (typeof ALLOWED)[number]]?: string | number | boolean | null };

/** Messages are constants of the code: never build one from data. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  child(fields: LogFields): Logger;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

const pick = (fields: LogFields | undefined): LogFields => {
  const out: Record<string, string | number | boolean | null> = {};
  for (const name of ALLOWED) {
    const value = fields?.[name];
    if (value !== undefined) out[name] = value;
  }
  return out;
};

/** JSON lines on stdout. */
export function createLogger(service: string, level: LogLevel = 'info'): Logger {
  const root = pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime });
  return wrap(root);
}

function wrap(log: Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error' | 'child'>): Logger {
  return {
    debug: (message, fields) => log.debug(pick(fields), message),
    info: (message, fields) => log.info(pick(fields), message),
    warn: (message, fields) => log.warn(pick(fields), message),
    error: (message, fields) => log.error(pick(fields), message),
    child: (fields) => wrap(log.child(pick(fields))),
  };
}

/** What may be said of an unknown error: class and code of its first cause, never a message. */
export function describeError(error: unknown): LogFields {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error && cause.cause !== cause) cause = cause.cause;
  if (!(cause instanceof Error)) return { error_name: typeof cause };
  const { code, type } = cause as { code?: unknown; type?: unknown };
  const errno = [code, type].find((word) => typeof word === 'string');
  return { error_name: cause.name, ...(typeof errno === 'string' ? { errno } : {}) };
}
