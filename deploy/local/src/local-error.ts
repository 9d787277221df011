/** A failure that a person can act on: its message is one clear sentence, shown without a stack trace. */
export class LocalStackError extends Error {
  override readonly name = 'LocalStackError';
  readonly code: 'install' | 'missing_program' | 'port_taken' | 'start' | 'timeout' | 'demo';

  constructor(code: LocalStackError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
