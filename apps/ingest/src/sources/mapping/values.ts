import { refuse, type Refused } from '../refusal.js';
import { asUtc, inZone } from '../thread/local-time.js';
import { epochMs, instantMs, type TimeUnit } from '../thread/time.js';
import { pointerOf, select, type JsonPath, type Place } from './json-path.js';

type TimePath = { readonly path: JsonPath; readonly unit: TimeUnit };

/** Reads what stands at paths. A value that is not what it is taken for is left out and remembered: its conversation is then refused. */
export class Values {
  /** The first wrong value. */
  refused: Refused | undefined;

  /** @param timeZone of instants that have none */
  constructor(private readonly timeZone: string | undefined) {}

  wrong(place: Place, expected: string): undefined {
    const pointer = pointerOf(place);
    this.refused ??= refuse('invalid_file', `${pointer} : ${expected}`, pointer);
  }

  /** Undefined when nothing is there. Several texts are one, line by line. */
  text(path: JsonPath | undefined, from: Place): string | undefined {
    const texts = path === undefined ? [] : select(path, from).flatMap((place) => this.scalar(place) ?? []);
    return texts.length === 0 ? undefined : texts.join('\n');
  }

  /** As `text`, for names and ids: what is blank is not there. */
  name(path: JsonPath | undefined, from: Place): string | undefined {
    const text = this.text(path, from)?.trim();
    return text === '' ? undefined : text;
  }

  names(path: JsonPath | undefined, from: Place): string[] {
    return path === undefined ? [] : select(path, from).flatMap((place) => this.scalar(place)?.trim() || []);
  }

  /** Milliseconds: since the epoch, or for `offset-` units since the start. */
  time(told: TimePath | undefined, from: Place): number | undefined {
    const place = told === undefined ? undefined : select(told.path, from)[0];
    if (told === undefined || place === undefined || place.value === null) return undefined;
    return told.unit === 'iso' ? this.instant(place) : this.number(place, told.unit);
  }

  private scalar(place: Place): string | undefined {
    const { value } = place;
    if (value === null || value === undefined) return undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    return this.wrong(place, 'un texte est attendu, pas un objet ni un tableau');
  }

  private instant(place: Place): number | undefined {
    const text = typeof place.value === 'string' ? place.value : '';
    const time = instantMs(text) ?? (this.timeZone === undefined ? undefined : localMs(text, this.timeZone));
    return time ?? this.wrong(place, 'un instant est attendu, par exemple 2026-03-02T09:15:00+01:00 ; sans décalage, le mapping doit donner « timeZone »');
  }

  private number(place: Place, unit: Exclude<TimeUnit, 'iso'>): number | undefined {
    const { value } = place;
    const number = typeof value === 'string' && /^-?\d{1,20}(?:\.\d{1,9})?$/.test(value.trim()) ? Number(value) : value;
    if (typeof number !== 'number') return this.wrong(place, 'un nombre est attendu');
    return msOf(number, unit) ?? this.wrong(place, `${number} n'est pas un temps en « ${unit} » : vérifiez l'unité`);
  }
}

const ZONELESS = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?$/;

function msOf(number: number, unit: Exclude<TimeUnit, 'iso'>): number | undefined {
  if (unit === 'offset-s' || unit === 'offset-ms') return number >= 0 ? Math.round(unit === 'offset-s' ? number * 1000 : number) : undefined;
  return epochMs(number, unit);
}

function localMs(text: string, timeZone: string): number | undefined {
  const [year, month, day, hour, minute, second] = (ZONELESS.exec(text.trim()) ?? []).slice(1).map((part) => Number(part ?? 0));
  const utc = year === undefined ? undefined : asUtc({ year, month: month!, day: day!, hour: hour!, minute: minute!, second: second ?? 0 });
  return utc === undefined ? undefined : inZone(utc, timeZone);
}
