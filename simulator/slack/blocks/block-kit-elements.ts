import { z } from 'zod';

/**
 * The elements that Slack's server takes inside a block, from https://docs.slack.dev/reference/block-kit. They are
 * written separately from the renderers, which must not judge themselves.
 */

const someText = (longest: number) => z.string().min(1).max(longest);

export const plainText = (longest: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: someText(longest), emoji: z.boolean().optional() });

export const mrkdwn = (longest: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: someText(longest), verbatim: z.boolean().optional() });

export const eitherText = (longest: number) => z.discriminatedUnion('type', [plainText(longest), mrkdwn(longest)]);

export const actionId = z.string().min(1).max(255).optional();
const focusOnLoad = z.boolean().optional();
const placeholder = plainText(150).optional();

const confirm = z.strictObject({
  title: plainText(100),
  text: eitherText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});

const option = z.strictObject({
  text: eitherText(75),
  value: z.string().max(150),
  description: eitherText(75).optional(),
});
const plainOption = option.extend({ text: plainText(75), description: plainText(75).optional() });

type Options = { options: object[]; initial_option?: object | undefined; initial_options?: object[] | undefined };

function initialIsAnOption({ options, initial_option: one, initial_options: many = [] }: Options): boolean {
  const known = options.map((each) => JSON.stringify(each));
  return [...many, ...(one ? [one] : [])].every((each) => known.includes(JSON.stringify(each)));
}
const notAnOption = 'initial options must exactly match one of the provided options';

export const button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
});

const interactive = { action_id: actionId, confirm: confirm.optional(), focus_on_load: focusOnLoad };
const upToTen = z.array(option).min(1).max(10);

export const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...interactive,
    options: z.array(plainOption).min(1).max(100),
    initial_option: plainOption.optional(),
    placeholder,
  })
  .refine(initialIsAnOption, notAnOption);

export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...interactive,
    options: upToTen,
    initial_option: option.optional(),
  })
  .refine(initialIsAnOption, notAnOption);

export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...interactive,
    options: upToTen,
    initial_options: upToTen.optional(),
  })
  .refine(initialIsAnOption, notAnOption);

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...interactive,
  initial_date: z.iso.date().optional(),
  placeholder,
});

export const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: actionId,
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    initial_value: z.string().max(3000).optional(),
    placeholder,
    focus_on_load: focusOnLoad,
  })
  .refine(({ initial_value = '', max_length = 3000 }) => initial_value.length <= max_length, {
    message: 'initial_value is longer than max_length',
  });

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number');

export const numberInput = z.strictObject({
  type: z.literal('number_input'),
  action_id: actionId,
  is_decimal_allowed: z.boolean(),
  initial_value: decimal.optional(),
  min_value: decimal.optional(),
  max_value: decimal.optional(),
  placeholder,
  focus_on_load: focusOnLoad,
});

export const imageElement = z.strictObject({
  type: z.literal('image'),
  image_url: z.url().max(3000),
  alt_text: someText(2000),
});
