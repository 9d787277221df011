import type { TranscriptionCreateParamsNonStreaming } from 'openai/resources/audio/transcriptions';

/** One way to ask for a transcription; the first that the server takes is kept. */
export interface AnswerFormat {
  readonly response_format: 'verbose_json' | 'diarized_json' | 'json';
  readonly timed: boolean;
  readonly params: Partial<TranscriptionCreateParamsNonStreaming>;
}

const VERBOSE: AnswerFormat = {
  response_format: 'verbose_json',
  timed: true,
  params: { response_format: 'verbose_json', timestamp_granularities: ['segment'], temperature: 0 },
};
/** Some compatible servers know verbose_json, but not the granularities. */
const VERBOSE_PLAIN: AnswerFormat = {
  response_format: 'verbose_json',
  timed: true,
  params: { response_format: 'verbose_json', temperature: 0 },
};
/** `chunking_strategy` is required above 30 s. */
const DIARIZED: AnswerFormat = {
  response_format: 'diarized_json',
  timed: true,
  params: { response_format: 'diarized_json', chunking_strategy: 'auto' },
};
const PLAIN: AnswerFormat = { response_format: 'json', timed: false, params: { response_format: 'json' } };

/** What a model's family is known to serve, best first. */
export function formatsFor(model: string): readonly AnswerFormat[] {
  if (/diarize/i.test(model)) return [DIARIZED, PLAIN];
  if (/^gpt-/i.test(model)) return [PLAIN];
  return [VERBOSE, VERBOSE_PLAIN, PLAIN];
}
