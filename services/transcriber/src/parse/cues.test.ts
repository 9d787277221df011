import { describe, expect, it } from 'vitest';
import { parseConversation } from './conversation.ts';

const vtt = (body: string) =>
  parseConversation(`WEBVTT - visit\nKind: captions\n\n${body}`, 'text/vtt; charset=utf-8').turns;
const srt = (body: string) => parseConversation(body, 'application/x-subrip').turns;

describe('WebVTT', () => {
  it('reads voices, settings, identifiers and skips notes and styles', () => {
    const body = `NOTE
a note --
over lines

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.500 align:start position:10%
<v Doctor>¿Qué le <i>pasa</i>?</v>

2
01:00:05.000 --> 01:00:09.000
<v.loud Ana L&oacute;pez>Me duele &amp; mucho <00:06.000>&lt;aquí&gt;, <c.red>detrás</c>
y   también delante`;
    expect(vtt(body)).toEqual([
      { label: 'Doctor', startMs: 1000, endMs: 4500, text: '¿Qué le pasa?' },
      {
        label: 'Ana L&oacute;pez',
        startMs: 3_605_000,
        endMs: 3_609_000,
        text: 'Me duele & mucho <aquí>, detrás\ny   también delante',
      },
    ]);
  });

  it('makes a turn of each voice of a cue, and of each label in its text', () => {
    const two = '00:00.000 --> 00:02.000\n<v Doctor>Any fever?</v> <v Patient>No.</v>';
    expect(vtt(two).map(({ label, text }) => [label, text])).toEqual([
      ['Doctor', 'Any fever?'],
      ['Patient', 'No.'],
    ]);
    const labels =
      '00:00.000 --> 00:02.000\nDoctor: Any fever?\n\n00:02.000 --> 00:03.000\nPatient: No.\n\n00:03.000 --> 00:04.000\nNot at all.';
    expect(vtt(labels).map(({ label, text }) => [label, text])).toEqual([
      ['Doctor', 'Any fever?'],
      ['Patient', 'No.'],
      ['Patient', 'Not at all.'],
    ]);
  });

  it.each([
    ['no header', '00:01.000 --> 00:02.000\nhi'],
    ['another word', 'WEBVTTX\n\n00:01.000 --> 00:02.000\nhi'],
    ['no cues', 'WEBVTT\n\nNOTE nothing'],
    ['a broken time', 'WEBVTT\n\n00:01 --> 00:02.000\nhi'],
    ['a cue that ends before it starts', 'WEBVTT\n\n00:03.000 --> 00:02.000\nhi'],
  ])('refuses %s', (_, text) => {
    expect(() => parseConversation(text, 'text/vtt')).toThrow(expect.objectContaining({ code: 'webvtt_invalid' }));
  });

  it('is recognised in plain text', () => {
    expect(parseConversation('WEBVTT\n\n00:01.000 --> 00:02.000\nhola', 'text/plain').turns[0]).toMatchObject({
      startMs: 1000,
    });
  });
});

describe('SRT', () => {
  it('reads numbers, commas, markup, blank lines inside and missing numbers', () => {
    const body = `1
00:00:01,000 --> 00:00:02,500
<b>Hola</b> {\\an8}señora

sigue

2
00:00:03,000 --> 00:00:04,000 X1:0
40
kilos

00:00:05.1 --> 00:00:06,000
fin`;
    expect(srt(body).map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([
      [1000, 2500, 'Hola señora\n\nsigue'],
      [3000, 4000, '40\nkilos'],
      [5100, 6000, 'fin'],
    ]);
  });

  it('refuses text without timings', () => {
    expect(() => srt('hello')).toThrow(expect.objectContaining({ code: 'srt_invalid' }));
  });
});
