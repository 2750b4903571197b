const FRAME = '[-_*=~#‐‑–—―]';
const NOUN = "(?:message|courriel|mail|e-?mail|courrier|nachricht|mensaje|mensagem|messaggio|bericht|meddelelse|besked|appointment|rendez-vous)";
const ORIGINAL = "(?:d['’]origine|origin\\p{L}*|initial|pr[ée]c[ée]dent|urspr[üu]ngliche|oorspronkelijk|oprindelig|reply|r[ée]ponse)";
const FORWARDED = '(?:transf[ée]r[ée]|r[ée]exp[ée]di[ée]|forwarded|fwd|weitergeleitete|reenviado|encaminhada|inoltrato|doorgestuurd)';
const BY = '(?: (?:par|by|de|from) [^:]{1,80})?';

const FORWARD_LINE = new RegExp(`^(?:${FRAME}{2,}\\s?)?(?:(?:d[ée]but du|begin|fin du) )?(?:${NOUN} ${FORWARDED}|${FORWARDED} ${NOUN})${BY}\\s?(?:${FRAME}{2,}|:)?$`, 'iu');
const ORIGINAL_LINE = new RegExp(`^${FRAME}{2,}\\s?(?:${NOUN} ${ORIGINAL}|${ORIGINAL} ${NOUN}|${ORIGINAL})\\s?(?:${FRAME}*$|${FRAME}{2,}\\s?(?:de|from)\\s?:)`, 'iu');
/** « ---- words ---- » of any language, above headers. */
const FRAMED = new RegExp(`^${FRAME}{3,}\\s?[^-_*=]{3,50}?\\s?${FRAME}{3,}$`, 'u');
/** « Message du 02/03/26 10:12 », as French providers put above their headers. */
const MESSAGE_OF = /^(?:[-=]{2,}\s?)?message (?:du|de|re[çc]u le|envoy[ée] le)\s?:?\s?\d/i;
/** Help desks put it above the history of a ticket. */
const REPLY_ABOVE = /(?:r[ée]pon(?:dre|dez|se)|[ée]cri(?:re|vez)|saisi(?:r|ssez)|tape[rz])[^.]{0,40} (?:au[- ]dessus|ci-dessus) de (?:cette|la) ligne|(?:reply|type your (?:response|reply)|write) above this line/i;
const RULE = new RegExp(`^(?:${FRAME}){5,}$`, 'u');

export const isForwardLine = (bare: string): boolean => FORWARD_LINE.test(bare);
export const isOriginalLine = (bare: string): boolean => ORIGINAL_LINE.test(bare);
export const isFramed = (bare: string): boolean => FRAMED.test(bare);
export const isMessageOf = (bare: string): boolean => MESSAGE_OF.test(bare);
export const isReplyAbove = (bare: string): boolean => REPLY_ABOVE.test(bare);
/** A line drawn over the page. */
export const isRule = (bare: string): boolean => RULE.test(bare);
