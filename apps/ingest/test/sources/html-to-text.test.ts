import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../src/sources/html/html-to-text.js';

describe('HTML of mails', () => {
  it.each([
    ['joins what is laid out on several lines', '<p>un\n  deux</p>', 'un deux'],
    ['keeps the lines of pre', '<pre>un\n  deux</pre>', 'un\n  deux'],
    ['keeps words of neighbouring cells apart', '<table><tr><td>Prix</td><td>10 €</td></tr></table>', 'Prix 10 €'],
    ['keeps inline words together', 'im<b>poss</b>ible', 'impossible'],
    ['marks quotations by their depth', 'a<blockquote>b<blockquote>c</blockquote></blockquote>d', 'a\n> b\n> > c\nd'],
    ['drops comments, scripts and conditional markup', 'a<!-- b --><script>c</script><![if !mso]>d<o:p></o:p>', 'ad'],
    ['takes a lone < for itself', 'prix < 10 € et 3<4', 'prix < 10 € et 3<4'],
    ['does not let an attribute end its tag', '<a title="a > b" href=x>lien</a>', 'lien'],
    ['does not let an unclosed quote swallow the text', '<p class="x>Bonjour</p>', 'Bonjour'],
    ['hides nothing behind a style that is never closed', 'a<style>b', 'ab'],
    ['leaves one empty line between paragraphs', '<p>a</p>\n\n<p>b</p>', 'a\n\nb'],
    ['decodes references of old mailers', 'l&#146;&eacute;t&eacute &amp;lt; &inconnu; &#0;', 'l’été &lt; &inconnu; \ufffd'],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});
