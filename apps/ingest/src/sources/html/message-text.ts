import { htmlToText } from './html-to-text.js';

const MARKUP = /<(?:\/?(?:p|div|span|br|a|b|i|em|strong|u|ul|ol|li|h[1-6]|blockquote|table|pre|code|img|html|body|font)\b[^<>]{0,2000}|!--)/i;

/** A body that may be HTML or plain text → text. A lone `<` is no markup; plain text keeps its lines. */
export const messageText = (body: string): string => (MARKUP.test(body) ? htmlToText(body) : body);
