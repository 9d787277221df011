import { expect, test } from 'vitest';
import { parseExactly } from './exact-json.ts';

test('numbers are written as they were read', () => {
  const text = '{"value":98.0,"more":[1.50,-0.10,1e3,12345678901234567890,0],"text":"98.0","none":null,"is":true}';
  expect(JSON.stringify(parseExactly(text))).toBe(text);
});
