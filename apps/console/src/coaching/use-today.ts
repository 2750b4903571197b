import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { organisation } from '../api/queries.js';

/** Tells the day it is where the organisation is, whenever asked: YYYY-MM-DD. */
export function useClock(): () => string {
  const client = useQueryClient();
  return () => {
    const timeZone = client.getQueryData(organisation.queryKey)?.timeZone ?? 'UTC';
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date());
    return ['year', 'month', 'day'].map((type) => parts.find((part) => part.type === type)?.value ?? '').join('-');
  };
}

/** The day it was where the organisation is when the page was opened: YYYY-MM-DD. */
export function useToday(): string {
  return useState(useClock())[0];
}
