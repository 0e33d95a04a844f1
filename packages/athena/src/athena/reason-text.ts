/** Text that Athena wrote, on one line and without control characters: it quotes log content. */
export function reasonText(text: string | undefined): string {
  const shown = (text ?? '').replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  return shown === '' ? 'it gave no reason' : shown.slice(0, 300);
}

/** An execution's id as it may stand in a message and in a command line. */
export function shownId(id: string | undefined): string {
  return id !== undefined && /^[\w-]{1,128}$/.test(id) ? id : '(an id that is not printable)';
}
