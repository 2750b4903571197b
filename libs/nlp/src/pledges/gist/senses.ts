import { APPLIANCES_AND_FURNITURE } from '../lexicon/senses/appliances-and-furniture.js';
import { BANK_AND_CREDIT } from '../lexicon/senses/bank-and-credit.js';
import { BEAUTY_AND_FUNERALS } from '../lexicon/senses/beauty-and-funerals.js';
import { BUILDING_TRADES } from '../lexicon/senses/building-trades.js';
import { CARS_AND_DRIVING } from '../lexicon/senses/cars-and-driving.js';
import { CLOTHING_AND_CLEANING } from '../lexicon/senses/clothing-and-cleaning.js';
import { CONTRACTS_AND_OUTINGS } from '../lexicon/senses/contracts-and-outings.js';
import { DEEDS } from '../lexicon/senses/deeds.js';
import { ENERGY_AND_HEATING } from '../lexicon/senses/energy-and-heating.js';
import { HEALTH_AND_CARE } from '../lexicon/senses/health-and-care.js';
import { HOME_AND_GOODS } from '../lexicon/senses/home-and-goods.js';
import { HOTELS_AND_TRAVEL } from '../lexicon/senses/hotels-and-travel.js';
import { HOUSING_AND_SYNDIC } from '../lexicon/senses/housing-and-syndic.js';
import { INSURANCE_AND_CLAIMS } from '../lexicon/senses/insurance-and-claims.js';
import { PARCELS_AND_SHOPS } from '../lexicon/senses/parcels-and-shops.js';
import { RESTAURANTS_AND_SHOWS } from '../lexicon/senses/restaurants-and-shows.js';
import { SERVICES } from '../lexicon/senses/services.js';
import { SPORT_AND_SCHOOLS } from '../lexicon/senses/sport-and-schools.js';
import { TELECOMS_AND_SOFTWARE } from '../lexicon/senses/telecoms-and-software.js';
import { TOWN_HALLS_AND_FEES } from '../lexicon/senses/town-halls-and-fees.js';
import { TRAINS_AND_PLANES } from '../lexicon/senses/trains-and-planes.js';
import { rootOfNoun } from './roots.js';

const TABLES: readonly string[] = [
  APPLIANCES_AND_FURNITURE, BANK_AND_CREDIT, BEAUTY_AND_FUNERALS, BUILDING_TRADES, CARS_AND_DRIVING,
  CLOTHING_AND_CLEANING, CONTRACTS_AND_OUTINGS, DEEDS, ENERGY_AND_HEATING, HEALTH_AND_CARE,
  HOME_AND_GOODS, HOTELS_AND_TRAVEL, HOUSING_AND_SYNDIC, INSURANCE_AND_CLAIMS, PARCELS_AND_SHOPS,
  RESTAURANTS_AND_SHOWS, SERVICES, SPORT_AND_SCHOOLS, TELECOMS_AND_SOFTWARE, TOWN_HALLS_AND_FEES,
  TRAINS_AND_PLANES,
];
const NONE: readonly number[] = [];
let known: ReadonlyMap<string, readonly number[]> | undefined;

/** The sets of words that a root is in. */
export const setsOf = (root: string): readonly number[] => (known ??= allSets()).get(root) ?? NONE;

function allSets(): ReadonlyMap<string, readonly number[]> {
  const sets = new Map<string, number[]>();
  let count = 0;
  const add = (words: readonly string[]): void => {
    count++;
    for (const word of words) for (const root of new Set([word, rootOfNoun(word)])) sets.set(root, [...(sets.get(root) ?? []), count]);
  };
  for (const line of TABLES.join('\n').split('\n')) {
    const [wide, narrow] = line.split(' > ').map((part) => part.trim().split(' ').filter((word) => word !== ''));
    if (wide === undefined || wide.length === 0) continue;
    if (narrow === undefined) add(wide);
    else for (const word of narrow) for (const one of wide) add([one, word]);
  }
  return sets;
}

/** Whether two roots may name one thing. */
export function meansSame(one: string, other: string): boolean {
  if (one === other) return true;
  const others = setsOf(other);
  return others.length > 0 && setsOf(one).some((set) => others.includes(set));
}
