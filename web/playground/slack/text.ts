import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { element } from '../element.ts';
import { isWebAddress } from '../open-address.ts';
import { type MrkdwnPiece, parseMrkdwn } from './mrkdwn.ts';

/** A text object, with line breaks kept by the stylesheet. */
export function textObject(text: PlainTextElement | MrkdwnElement): Node[] {
  return text.type === 'plain_text' ? [document.createTextNode(text.text)] : mrkdwn(text.text);
}

export function mrkdwn(source: string): Node[] {
  return parseMrkdwn(source).map(pieceNode);
}

/** A link that opens in a new tab, or its words and address when it must not be opened. */
export function link(url: string, text: string): Node {
  if (!isWebAddress(url)) return element('span', {}, `${text} (${url})`);
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text);
}

export function mention(text: string): Node {
  return element('span', { class: 'slack-mention' }, text);
}

function pieceNode(piece: MrkdwnPiece): Node {
  switch (piece.kind) {
    case 'text':
      return document.createTextNode(piece.text);
    case 'code':
      return element('code', {}, piece.text);
    case 'preformatted':
      return element('pre', {}, piece.text);
    case 'mention':
      return mention(piece.text);
    case 'link':
      return link(piece.url, piece.text);
    case 'bold':
      return element('strong', {}, ...piece.pieces.map(pieceNode));
    case 'italic':
      return element('em', {}, ...piece.pieces.map(pieceNode));
    case 'strike':
      return element('s', {}, ...piece.pieces.map(pieceNode));
    case 'quote':
      return element('blockquote', {}, ...piece.pieces.map(pieceNode));
  }
  piece satisfies never;
}
