const LAST_LINES = 8;

/** Gives the last eight lines with text of a program's output, indented for an error message. */
export function lastLines(output: string): string {
  return output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-LAST_LINES)
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}
