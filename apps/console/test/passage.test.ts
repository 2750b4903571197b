import { describe, expect, it } from 'vitest';
import { passagePath, readPassage } from '../src/interaction/passage.js';

describe('a passage in an address', () => {
  it('is read back as it was written', () => {
    const at = { turn: 3, start: 19, end: 99 };
    const { hash, pathname } = new URL(passagePath('a/b', at), 'http://localhost');
    expect(pathname).toBe('/interactions/a%2Fb');
    expect(readPassage(hash)).toEqual(at);
  });

  it('is none where the fragment names something else', () => {
    expect(['', '#', '#tour-3', '#tour--1-0-2', '#tour-1-0-2-3', '#contenu'].map(readPassage)).toEqual(Array(6).fill(null));
  });
});
