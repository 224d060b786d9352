/**
 * The platforms' limits as they document them; lengths in UTF-16 units. Where no page gives a number, the comment says
 * who chose it.
 */

export const slackLimits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksInMessage: 50,
  blocksInView: 100,
  /** https://docs.slack.dev/reference/methods/views.open */
  viewBytes: 250 * 1024,
  /** Measured: a message fails with `msg_blocks_too_long` near 13,200 characters in all; we stay below with a margin. */
  textInMessage: 12_000,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
  textObject: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  actions: 25,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-block */
  contextElements: 10,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  actionId: 255,
  blockId: 255,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  optionText: 75,
  optionValue: 75,
  /** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
  selectOptions: 100,
  /** https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
  checkboxOptions: 10,
  placeholder: 150,
  /** https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  inputText: 3000,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block */
  inputLabel: 2000,
  inputHint: 2000,
  /** https://docs.slack.dev/reference/views/modal-views */
  modalTitle: 24,
  modalSubmit: 24,
  modalClose: 24,
  callbackId: 255,
  privateMetadata: 3000,
} as const;

export const teamsLimits = {
  /**
   * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages says about 100 KB a message
   * in UTF-16; 28 KB is what every way into Teams takes, connectors and webhooks included.
   */
  cardBytes: 28 * 1024,
  bytesPerCharacter: 2,
  /** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
  actionsInCard: 6,
  /** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views */
  usersOfRefresh: 60,
  /**
   * We chose these: so many lines of one text get a block of their own, about 90 characters of JSON each. A card that is
   * too large is rendered with the next number; then several lines share a block, but none is left out.
   */
  linesOfText: [40, 10, 1],
} as const;
