import type { ImageBlock, ImageElement } from '@slack/types';
import { element } from '../element.ts';
import { unsupported } from '../unsupported.ts';

/** A picture with its title, if it has one. Files uploaded to Slack have no address that this page could read. */
export function image(source: ImageBlock | ImageElement): Node {
  if (!('image_url' in source) || !source.image_url) return unsupported('image – slack_file');
  const picture = element('img', { src: source.image_url, alt: source.alt_text });
  if (source.type !== 'image' || !('title' in source) || !source.title) return picture;
  return element('figure', {}, element('figcaption', {}, source.title.text), picture);
}
