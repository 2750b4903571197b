const DAY_MS = 86_400_000;
const FIRST_MONDAY = 4;

const dayAt = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** First and last day of a week, see `weekOf`. */
export const mondayOf = (week: number): string => dayAt(week * 7 + FIRST_MONDAY);
export const sundayOf = (week: number): string => dayAt(week * 7 + FIRST_MONDAY + 6);

export const dayBefore = (day: string): string => dayAt(Date.parse(day) / DAY_MS - 1);
