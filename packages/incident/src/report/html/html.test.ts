import { expect, test } from 'vitest';
import { html } from './html.ts';

test('html`` escapes values and keeps markup', () => {
  const inner = html`<b>${'<i>'}</b>`;
  expect(html`<p title="${'"x'}">${inner}${['a', inner, 1]}${null}</p>`.toString()).toBe(
    '<p title="&quot;x"><b>&lt;i&gt;</b>a<b>&lt;i&gt;</b>1</p>',
  );
});

test('html`` does not cut text of many lines', () => {
  const text = Array.from({ length: 3_000 }, (_, line) => `line ${line}`).join('\n');
  expect(html`${text}`.toString()).toBe(text);
});
