import { withoutChat } from '../../domain/context.ts';
import type { UnitId } from '../../domain/ids.ts';
import { operator } from '../../domain/people/actor.ts';
import { type Organisation, unitById, unitName, unitNamed } from '../../domain/people/organisation.ts';
import type { Unit } from '../../domain/people/unit.ts';
import { perform } from '../../domain/perform.ts';
import { closeUnit, previewClosing } from '../../domain/requests/units/close-unit.ts';
import type { Receivers } from '../../domain/requests/units/plan-closing.ts';
import { areas } from '../../domain/vocabulary.ts';
import { commandTexts } from '../../locales/edges/commands.ts';
import { closeUnitTexts, closingLines, closingObstacleText } from '../../locales/requests/close-unit.ts';
import type { Database } from '../database/database.ts';
import { command, dryRunUnlessApplied, organisationById, worldIn } from './command.ts';
import { Unusable } from './unusable.ts';

export const merge = command({
  takes: ['ORGANISATION', 'UNIT', 'INTO'],
  options: dryRunUnlessApplied,
  async run(database, [id, from, into], _config, { apply = false }, language) {
    const organisation = await organisationById(database, id, language);
    const words = closeUnitTexts[organisation.language];
    const [unit, receiver] = [unitOf(organisation, from), unitOf(organisation, into)];
    const receivers = { all: receiver.id, withPeople: true };
    const reason = words.mergedReason(unit.name, receiver.name);
    const closing = { unit: unit.id, receivers, reason };
    return closeOrSay(database, organisation, closing, words.merges(unit, receiver), apply);
  },
});

export const close = command({
  takes: ['ORGANISATION', 'UNIT', 'INTO'],
  options: dryRunUnlessApplied,
  async run(database, [id, from, into], _config, { apply = false }, language) {
    const organisation = await organisationById(database, id, language);
    const words = closeUnitTexts[organisation.language];
    const unit = unitOf(organisation, from);
    const receivers = receiversOf(organisation, into);
    const closing = { unit: unit.id, receivers, reason: words.closedReason(unit.name) };
    return closeOrSay(database, organisation, closing, words.closes(unit), apply);
  },
});

async function closeOrSay(
  database: Database,
  organisation: Organisation,
  { reason, ...closing }: { unit: UnitId; receivers: Receivers; reason: string },
  /** Says which unit is closed, because an id may be the name of another unit. */
  subject: string,
  apply: boolean,
): Promise<string> {
  const { language } = organisation;
  const words = commandTexts[language];
  const attempt = {
    world: worldIn(database, organisation),
    actor: operator,
    context: withoutChat,
    idempotencyKey: null,
  };
  const preview = await perform({ ...attempt, useCase: previewClosing, input: closing });
  if (!preview.ok) throw new Error(`the preview of closing a unit was refused: ${preview.refusal}`);
  if ('obstacles' in preview.value) {
    const obstacles = preview.value.obstacles.map((obstacle) => closingObstacleText(obstacle, language));
    throw new Unusable([...obstacles, words.refused].join('\n'));
  }
  const lines = [subject, ...closingLines(preview.value, (unit) => unitName(organisation, unit), language)];
  if (!apply) return [...lines, words.dryRun].join('\n');
  const closed = await perform({ ...attempt, useCase: closeUnit, input: { ...closing, reason } });
  if (!closed.ok) throw new Unusable(words.changedMeanwhile);
  return [...lines, words.applied, closeUnitTexts[language].correctFiles].join('\n');
}

/** Finds a unit by its id or its name. */
function unitOf(organisation: Organisation, written: string): Unit {
  const unit = unitById(organisation, written as UnitId) ?? unitNamed(organisation, written);
  if (unit) return unit;
  const known = organisation.units.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw new Unusable(closeUnitTexts[organisation.language].unknownUnit(written, known));
}

/** Reads `it=koncern-hr,jura-dokumentation=koncern-it`, or one unit for all areas. */
function receiversOf(organisation: Organisation, written: string): Receivers {
  if (!written.includes('=')) return { all: unitOf(organisation, written).id, withPeople: false };
  const shares = written.split(',').map((share) => {
    const [, name = '', unit = ''] = /^([^=]*)=(.*)$/.exec(share.trim()) ?? [];
    const area = areas.find((one) => one === name.trim());
    if (!area) throw new Unusable(closeUnitTexts[organisation.language].unknownArea(name, areas.join(', ')));
    return [area, unitOf(organisation, unit).id] as const;
  });
  const given = shares.map(([area]) => area);
  const twice = given.find((area, at) => given.indexOf(area) !== at);
  if (twice) throw new Unusable(closeUnitTexts[organisation.language].areaTwice(twice));
  return { byArea: Object.fromEntries(shares) };
}
