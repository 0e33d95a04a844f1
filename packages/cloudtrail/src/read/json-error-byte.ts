import { jsonErrorPlace } from '@firebreak/problem';

/** The byte of JSON text in UTF-8 at which `JSON.parse` gave up. */
export function jsonErrorByte(text: string, error: SyntaxError): number {
  const [line = 1, column = 1] = jsonErrorPlace(text, error).split(':').map(Number);
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = text.indexOf('\n', start) + 1;
  return Buffer.byteLength(text.slice(0, start + column - 1));
}
