/** The cursor shows and lines wrap unless a program changes that. */
const ON_BY_DEFAULT = ['7', '25'];

/** The private modes of a terminal that a program switched and did not switch back, such as `?2004h`. */
export function modesLeftOn(raw: string): readonly string[] {
  const last = new Map<string, string>();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what terminals are told with.
  for (const [, modes = '', state = ''] of raw.matchAll(/\u001B\[\?([\d;]+)([hl])/g)) {
    for (const mode of modes.split(';')) last.set(mode, state);
  }
  return [...last]
    .filter(([mode, state]) => state !== (ON_BY_DEFAULT.includes(mode) ? 'h' : 'l'))
    .map(([mode, state]) => `?${mode}${state}`);
}
