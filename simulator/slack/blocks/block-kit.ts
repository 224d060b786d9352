import { z } from 'zod';
import {
  button,
  checkboxes,
  datepicker,
  eitherText,
  imageElement,
  mrkdwn,
  numberInput,
  plainText,
  plainTextInput,
  radioButtons,
  staticSelect,
} from './block-kit-elements.ts';
import { richText } from './rich-text.ts';

/** Blocks and views as Slack's server takes them: https://docs.slack.dev/reference/block-kit/blocks. */

const blockId = z.string().min(1).max(255).optional();

const pressed = [button, staticSelect, radioButtons, checkboxes, datepicker] as const;

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: eitherText(3000).optional(),
    fields: z.array(eitherText(2000)).min(1).max(10).optional(),
    accessory: z.discriminatedUnion('type', [...pressed, imageElement]).optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'missing required field: text or fields');

const block = z.discriminatedUnion('type', [
  section,
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z
      .array(z.discriminatedUnion('type', [plainText(3000), mrkdwn(3000), imageElement]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: blockId,
    elements: z
      .array(z.discriminatedUnion('type', [...pressed]))
      .min(1)
      .max(25),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: blockId,
    label: plainText(2000),
    element: z.discriminatedUnion('type', [
      plainTextInput,
      numberInput,
      staticSelect,
      radioButtons,
      checkboxes,
      datepicker,
    ]),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('image'),
    block_id: blockId,
    image_url: z.url().max(3000),
    alt_text: z.string().min(1).max(2000),
    title: plainText(2000).optional(),
  }),
  richText,
]);

const viewBlocks = z.array(block).max(100);
const viewParts = {
  blocks: viewBlocks,
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

export const message = z.object({ blocks: z.array(block).max(50) });

export const modal = z
  .strictObject({
    type: z.literal('modal'),
    ...viewParts,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  })
  .refine(({ submit, blocks }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'), {
    message: 'missing required field: submit',
  });

export const homeTab = z.strictObject({ type: z.literal('home'), ...viewParts });
