import type { aims } from './aims.ts';
import { type AuthenticationFigure, coldRequests } from './authentication.ts';
import type { Figure } from './figures.ts';
import type { Effort } from './measure.ts';

export interface Result {
  /** Name and version of the database server. */
  database: string;
  machine: { processor: string | undefined; cores: number; node: string; loadBefore: number | undefined };
  effort: Effort;
  aims: typeof aims;
  authentication: Record<'ours' | 'sdk', AuthenticationFigure>;
  teams: Figure[];
  slack: Figure[];
}

const headings = [
  '× floor',
  '[min–max]',
  '× bare',
  'ours µs',
  'database µs',
  'floor µs',
  'database µs',
  'bare µs',
  'ours p50 ms',
  'p99',
  'floor p50 ms',
  'p99',
];

/** The result as a readable table. */
export function table({ database, machine, effort, aims, authentication, teams, slack }: Result): string {
  const { processor, cores, node, loadBefore } = machine;
  const { rounds, requests } = effort;
  return [
    `Processor time a request, and time until acknowledgement: ${database}, Node ${node}`,
    `${processor}, ${cores} cores, load ${loadBefore?.toFixed(1)} before; ${rounds} rounds of ${requests} requests a kind`,
    ...section('Teams', teams, aims.times.teams, aims.p99Milliseconds),
    ...section('Slack', slack, aims.times.slack, aims.p99Milliseconds),
    ...authenticationSection(authentication, aims.authentication),
    '',
  ].join('\n');
}

function section(name: string, figures: readonly Figure[], times: Record<string, number>, p99: number): string[] {
  const rows = [[name, ...headings], ...figures.map(row)];
  const wanted = Object.entries(times).map(([kind, most]) => `${kind} ≤ ${most} × floor`);
  return ['', ...rows.map(aligned), `  aims: ${wanted.join(', ')}; p99 < ${p99} ms`];
}

function authenticationSection(
  figures: Result['authentication'],
  { cpuMicroseconds, coldFetches }: Result['aims']['authentication'],
): string[] {
  const rows = Object.entries(figures).map(([by, { cpu, coldFetches: fetches }]) => [
    by,
    cpu.median.toFixed(0),
    `[${cpu.min.toFixed(0)}–${cpu.max.toFixed(0)}]`,
    String(fetches),
  ]);
  const headings = ['Token of Teams', 'µs a check', '[min–max]', 'cold fetches'];
  return [
    '',
    ...[headings, ...rows].map(aligned),
    `  aims: ≤ ${cpuMicroseconds} µs, ≤ ${coldFetches} fetches when ${coldRequests} activities arrive at once`,
  ];
}

function row({ name, times, sides: { ours, bare, floor } }: Figure): string[] {
  return [
    name,
    times.floor.median.toFixed(2),
    `[${times.floor.min.toFixed(2)}–${times.floor.max.toFixed(2)}]`,
    times.bare.median.toFixed(2),
    ours.cpu.toFixed(0),
    ours.database.toFixed(0),
    floor.cpu.toFixed(0),
    floor.database.toFixed(0),
    bare.cpu.toFixed(0),
    ours.p50.toFixed(1),
    ours.p99.toFixed(1),
    floor.p50.toFixed(1),
    floor.p99.toFixed(1),
  ];
}

function aligned(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(16) : cell.padStart(13))).join('');
}
