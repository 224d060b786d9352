import { htmlText } from '../../../../bot/teams/receive/html-text.ts';
import { growth } from '../../../growth.ts';

test.each([
  ['<p>Vikarer oprettes<br>for sent</p><p>Hver&nbsp;uge</p>', 'Vikarer oprettes\nfor sent\n\nHver uge'],
  ['<div>\n<div>Et\n  og to</div>\n</div>', 'Et og to'],
  ['<ul><li>en</li><li>to</li></ul>', '- en\n\n- to'],
  ['S&oslash;ren &amp; &Aring;se: 3 &lt; 4 &#8211; &#x1F600;', 'Søren & Åse: 3 < 4 – 😀'],
  ['Hej <at id="0">Mette</at> <emoji alt="🙂"></emoji><img alt="👍" src="x">', 'Hej Mette 🙂👍'],
  ['<a href="javascript:alert(1)">tryk her</a>', 'tryk her'],
  ['før<script>alert("<p>x</p>")</script>efter<style>p{}</style>', 'førefter'],
  ['<!-- skjult -->synlig<attachment id="1"></attachment>', 'synlig'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
  ['<blockquote itemtype="http://schema.skype.com/Reply" itemid="1"><p>citat</p></blockquote><p>svar</p>', 'svar'],
  ['<blockquote>et eget citat</blockquote><p>svar</p>', 'et eget citat\n\nsvar'],
  ['1 < 2 og 3 > 2', '1 < 2 og 3 > 2'],
  ['&unknown; &#0; &#x110000;', '&unknown;'],
  ['&Eacute;n &frac12; time, caf&eacute; &#x1F600; &#189;', 'Én ½ time, café 😀 ½'],
  ['S&aring; &amp;lt;b&amp;gt; &amp', 'Så &lt;b&gt; &'],
  ['<p>åben<b>stærk</i></p></div>slut', 'åbenstærk\n\nslut'],
  ['<p title="a > b">tekst</p>', 'tekst'],
  ["<blockquote ItemType='http://schema.skype.com/Reply'>citat</blockquote>svar", 'svar'],
  ['før<attachment id="1"/>efter', 'førefter'],
  ['før<style>aldrig lukket', 'før'],
  ['', ''],
])('%j reads %j', (html, text) => {
  expect(htmlText(html)).toBe(text);
});

test.each(['<', '<blockquote ', '<b x="', '<!--', '&', '&#x'])(
  'many “%s” in a row take time in proportion to their number',
  (part) => {
    expect(growth((times) => htmlText(part.repeat(times)), 10_000)).toBeLessThan(40);
  },
);

test.each([
  '<at id="0">å</at>',
  '<a href="https://fjordby.example">å</a>',
  '<a href="https://fjordby.example"><at>å</at></a>',
])('many “%s” in a row are each read once', (part) => {
  expect(growth((times) => htmlText(part.repeat(times)), 3000)).toBeLessThan(40);
});

test.each([
  ['<a href="https://a.example"><at id="0">Mette</at></a> skrev', 'Mette (https://a.example) skrev'],
  ['<at id="0"><a href="https://a.example">Mette</a></at> skrev', 'Mette (https://a.example) skrev'],
  ['<at id="0">Mette<p>skrev', 'Mette\nskrev'],
  ['<a href="https://a.example">Mette<a href="https://b.example">skrev</a>', 'Metteskrev (https://b.example)'],
])('links and names within each other, as in %j, read %j', (html, text) => {
  expect(htmlText(html)).toBe(text);
});

test('60,000 brackets that nothing closes are what somebody wrote', () => {
  expect(htmlText('<'.repeat(60_000))).toHaveLength(60_000);
});

test('200,000 elements that nothing closes are read in less than two seconds', () => {
  const began = process.cpuUsage();
  expect(htmlText(`${'<b>'.repeat(200_000)}å${'</i>'.repeat(200_000)}`)).toBe('å');
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000);
});
