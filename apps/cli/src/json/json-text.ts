/** What a terminal obeys or hides: DEL and C1 controls, marks that reorder or join, and line ends of Unicode. */
const ACTIVE = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * JSON that a terminal only shows. `JSON.stringify` escapes the ASCII controls; here every other character that acts
 * or hides is written as `\uXXXX` too, so that it parses to the same value.
 *
 * @param indent How many spaces to lay it out with; one line when absent.
 */
export function jsonText(value: unknown, indent?: number): string {
  return (JSON.stringify(value, null, indent) ?? 'null').replace(ACTIVE, escaped);
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
