import { asLine, asText } from '../text.ts';
import type { AdaptiveElement, Paragraph, TextLook, TextRun } from './json.ts';

/**
 * Renders any text as paragraphs without markdown. A TextRun has no line breaks in every client, so each
 * line is a block of its own; blank lines become space.
 * @param lines this many at most; the rest stays together in the last one, with its breaks marked
 * @param label stands in front of the first line, in bold
 */
export function paragraphs(text: string, lines: number, look: TextLook = {}, label: string | null = null): Paragraph[] {
  const written = asText(text).trim().split('\n');
  const shown =
    written.length > lines ? [...written.slice(0, lines - 1), written.slice(lines - 1).join(' ⏎ ')] : written;
  return shown.flatMap((line, index): Paragraph[] => {
    const inlines = [
      ...(index === 0 && label ? runs(`${asLine(label)}: `, { weight: 'Bolder' }) : []),
      ...runs(line, look),
    ];
    if (inlines.length === 0) return [];
    const afterBlank = shown[index - 1]?.trim() === '';
    return [{ type: 'RichTextBlock', inlines, ...(index === 0 ? {} : { spacing: afterBlank ? 'Small' : 'None' }) }];
  });
}

/** Clients replace `{{DATE(…)}}` and `{{TIME(…)}}` even in a TextRun; over two runs the braces stay what they are. */
function runs(line: string, look: TextLook): TextRun[] {
  if (line.trim() === '') return [];
  return line.split(/(?<=\{)(?=\{)/).map((text) => ({ type: 'TextRun', text, ...look }));
}

/** Only a TextBlock can be a heading for a screen reader, and it reads markdown, so what would be markdown is escaped. */
export function heading(title: string): AdaptiveElement {
  return {
    type: 'TextBlock',
    text: escapeMarkdown(asLine(title)),
    style: 'heading',
    size: 'Large',
    weight: 'Bolder',
    wrap: true,
  };
}

/** For the few places in a card that read markdown: headings, and the titles of toggles. */
export function escapeMarkdown(line: string): string {
  return line.replace(/[\\`*_~[\]{}<>&]/g, '\\$&').replace(/^(\d*)([.)#+=-])/, '$1\\$2');
}
