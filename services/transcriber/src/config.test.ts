import { describe, expect, it } from 'vitest';
import { transcriberConfig } from './config.ts';

describe('the transcriber configuration', () => {
  it('has no recogniser unless one is named, and then sane defaults', () => {
    expect(transcriberConfig({}).asr).toBeNull();
    expect(transcriberConfig({ ASR_BASE_URL: 'http://127.0.0.1:9/v1' }).asr).toMatchObject({
      apiKey: 'none',
      model: 'whisper-1',
    });
    expect(transcriberConfig({ OPENAI_API_KEY: 'k' }).asr).toMatchObject({
      apiKey: 'k',
      baseUrl: 'https://api.openai.com/v1',
    });
  });

  it('prefers its own variables to OpenAI’s', () => {
    const env = {
      OPENAI_API_KEY: 'a',
      OPENAI_BASE_URL: 'http://a/v1',
      ASR_API_KEY: 'b',
      ASR_BASE_URL: 'http://b/v1',
      ASR_MODEL: 'tiny',
    };
    expect(transcriberConfig(env).asr).toMatchObject({ apiKey: 'b', baseUrl: 'http://b/v1', model: 'tiny' });
  });

  it.each([
    ['ASR_BASE_URL', 'not a url'],
    ['ASR_MAX_SECONDS', '0'],
    ['VOICE_THRESHOLD', '2'],
    ['ASR_AUDIO_FORMAT', 'mp3'],
    ['SEGMENT_MAX_CHARS', 'many'],
  ])('names %s where it is wrong, without its value', (name, value) => {
    expect(() => transcriberConfig({ [name]: value })).toThrow(new RegExp(`^Bad configuration: ${name}: `));
  });
});
