export { csvCell } from './csv-cell.ts';
export { UnprintableWord } from './errors.ts';
export { htmlText } from './html-text.ts';
export { markdownCode } from './markdown-code.ts';
export { markdownText } from './markdown-text.ts';
export { type SafeText, safeText } from './safe-text.ts';
export { shellWord } from './shell-word.ts';
