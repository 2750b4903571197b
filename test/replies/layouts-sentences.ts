import { history, other, own, quote, reply, top, wrap, type Layout, type Reply } from './parts.js';
import { written } from './people.js';

const who = ({ setting: s }: Reply): string => `${s.customer} <${s.customerAddress}>`;
const at = ({ setting: { sent } }: Reply) => ({
  time: written.time(sent), figures: written.figures(sent), gmail: written.gmail(sent), apple: written.apple(sent), long: written.long(sent),
  plain: written.plain(sent), iso: written.iso(sent), english: written.english(sent), englishShort: written.englishShort(sent),
});

/** Programs that introduce the history by a sentence. */
export const SENTENCE_LAYOUTS: readonly Layout[] = [
  reply('Gmail', (r) => `Le ${at(r).gmail} à ${at(r).time}, ${who(r)} a écrit :`),
  reply('Gmail, broken in the address', (r) => `Le ${at(r).gmail} à ${at(r).time}, ${r.setting.customer} <\n${r.setting.customerAddress}> a écrit :`),
  reply('Gmail, broken before the verb', (r) => `Le ${at(r).gmail} à ${at(r).time}, ${who(r)}\na écrit :`),
  reply('Gmail, broken twice', (r) => `Le ${at(r).gmail} à ${at(r).time},\n${r.setting.customer} <${r.setting.customerAddress}>\na écrit :`),
  reply('Gmail on Android', (r) => `Le ${at(r).gmail}, ${at(r).time}, ${who(r)} a écrit :`),
  reply('Gmail, marks lost', (r) => `Le ${at(r).gmail} à ${at(r).time}, ${who(r)} a écrit :`, null),
  reply('Gmail, no-break spaces', (r) => `Le ${at(r).gmail} à ${at(r).time}, ${who(r)} a écrit\u00a0:`),
  reply('Gmail in English', (r) => `On ${at(r).english} at ${at(r).time} AM ${who(r)} wrote:`),
  reply('Gmail in English, broken', (r) => `On ${at(r).english} at ${at(r).time} AM ${who(r)}\nwrote:`),
  {
    client: 'Gmail, several levels',
    build: (r) => [
      ...top(r), other(`Le ${at(r).gmail} à ${at(r).time}, ${who(r)} a écrit :\n\n`),
      history(`${quote(r.history)}\n>\n> Le ${at(r).figures}, Service client <sc@maison-roussel.example> a écrit :\n>\n${quote(r.older, '>> ')}`),
    ],
  },
  reply('Apple Mail', (r) => `Le ${at(r).apple} à ${at(r).time}, ${who(r)} a écrit :`),
  { client: 'Apple Mail, all marked', build: (r) => [...top(r), other(`> Le ${at(r).apple} à ${at(r).time}, ${who(r)} a écrit :\n> \n`), history(quote(r.history))] },
  { client: 'iPhone', build: (r) => [...top(r), other(`Envoyé de mon iPhone\n\n> Le ${at(r).apple} à ${at(r).time}, ${who(r)} a écrit :\n> \n`), history(quote(`\ufeff${r.history}`))] },
  { client: 'iPhone in English', build: (r) => [...top(r), other(`Sent from my iPhone\n\nOn ${at(r).englishShort}, at ${at(r).time}, ${who(r)} wrote:\n\n`), history(quote(`\ufeff${r.history}`))] },
  { client: 'iPad', build: (r) => [...top(r), other(`Envoyé de mon iPad\n\nLe ${at(r).apple} à ${at(r).time}, ${who(r)} a écrit :\n\n`), history(quote(r.history))] },
  reply('Thunderbird', (r) => `Le ${at(r).figures} à ${at(r).time}, ${r.setting.customer} a écrit :`, '> ', '\n'),
  reply('Thunderbird, older', (r) => `Le ${at(r).figures} ${at(r).time}, ${r.setting.customer} a écrit :`, '> ', '\n'),
  { client: 'Thunderbird, wrapped quote', build: (r) => [...top(r), other(`Le ${at(r).figures} à ${at(r).time}, ${r.setting.customer} a écrit :\n`), history(quote(wrap(r.history)))] },
  {
    client: 'Thunderbird, answer below',
    build: (r) => [other(`Le ${at(r).figures} à ${at(r).time}, ${r.setting.customer} a écrit :\n`), history(quote(r.history)), other('\n\n'), ...top(r)],
  },
  {
    client: 'Thunderbird, answers between',
    build: (r) => {
      const asked = r.history.split('\n\n');
      const [first = '', ...more] = r.own.paragraphs;
      return [
        own(`${r.own.greeting}\n\n`), other(`Le ${at(r).figures} à ${at(r).time}, ${r.setting.customer} a écrit :\n`), history(`${quote(asked[0]!)}\n`), own(`\n${first}\n\n`),
        ...asked.slice(1).map((text) => history(`${quote(text)}\n`)), own(`\n${[...more, r.own.closing].join('\n\n')}`),
      ];
    },
  },
  reply('Yahoo', (r) => `Le ${at(r).long} à ${at(r).time}:05 UTC+1, ${who(r)} a écrit : `, null),
  reply('Yahoo, marked', (r) => `Le ${at(r).long} à ${at(r).time}:05 UTC+2, ${who(r)} a écrit : `),
  reply('Yahoo on iPhone', (r) => `Envoyé à partir de Yahoo Mail pour iPhone\n\nLe ${at(r).long}, ${at(r).time}, ${who(r)} a écrit :`, null),
  reply('Proton Mail', (r) => `Envoyé avec la messagerie sécurisée Proton Mail.\n\nLe ${at(r).long} à ${at(r).time}, ${who(r)} a écrit :`),
  reply('Proton Mail in English', (r) => `Sent with Proton Mail secure email.\n\nOn Monday, March 2nd, 2026 at ${at(r).time}, ${who(r)} wrote:`),
  reply('Roundcube', (r) => `Le ${at(r).iso} ${at(r).time}, ${r.setting.customer} a écrit :`, '> ', '\n'),
  reply('Horde', (r) => `${who(r)} a écrit :`),
  reply('SquirrelMail', (r) => `Le Lun 2 mars 2026 ${at(r).time}, ${r.setting.customer} a écrit :`, '> ', '\n'),
  reply('K-9 Mail', (r) => `-- \nEnvoyé de mon appareil Android avec K-9 Mail. Veuillez excuser ma brièveté.\n\nLe ${at(r).plain} ${at(r).time}:05 GMT+01:00, "${r.setting.customer}" <${r.setting.customerAddress}> a écrit :`, '>', '\n'),
  reply('FairEmail', (r) => `Le ${at(r).apple} ${at(r).time}, ${who(r)} a écrit :`, '> ', '\n'),
  reply('Spark', (r) => `Le ${at(r).apple} à ${at(r).time} +0100, ${who(r)}, a écrit :`, '> ', '\n'),
  reply('Spark in English', (r) => `On 2 Mar 2026, ${at(r).time} +0100, ${who(r)}, wrote:`, '> ', '\n'),
  reply('Lotus Notes, sentence', (r) => `"${r.setting.customer}" <${r.setting.customerAddress}> a écrit sur ${at(r).figures} ${at(r).time}:05 :`),
  reply('Freshdesk', (r) => `Le lun., 2 mars à ${at(r).time} , ${who(r)} a écrit :`, null),
  reply('Swiss date', (r) => `Le 02.03.2026 à ${at(r).time}, ${r.setting.customer} a écrit :`, '> ', '\n'),
  reply('Web client of a provider', (r) => `Le ${at(r).plain} à ${r.setting.sent.hour}h12, ${r.setting.customer} a écrit :`, null),
  reply('Old Gmail', (r) => `${at(r).iso} ${at(r).time} GMT+01:00 ${who(r)}:`),
  reply('Mutt', (r) => `* ${who(r)} [${at(r).iso} ${at(r).time}]:`),
  reply('Ticket tool', (r) => `${r.setting.customer} a écrit le ${at(r).figures} à ${at(r).time} :`, null),
  reply('Ticket tool, line to write above', () => '##- Veuillez saisir votre réponse au-dessus de cette ligne -##', null),
];
