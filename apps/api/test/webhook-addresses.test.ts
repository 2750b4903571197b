import { isIP } from 'node:net';
import { assert, constantFrom, integer, property } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkAddress, mayCall, RefusedAddressError } from '../src/webhooks/address-guard.js';
import { postWebhook } from '../src/webhooks/post-webhook.js';
import { type Receiver, startReceiver } from './webhook-receiver.js';

const PUBLIC = { privateAddresses: false };
const leadingTo = (...addresses: string[]) => ({ privateAddresses: false, resolve: async () => addresses });

/** Every way to write an address that must not be called. */
const HOSTS = [
  '127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.0.0.1', '017700000001', '0177.0.0.01', '0x7f.1', '127.0.0.1.', '①②⑦.⓪.⓪.①', '127。0。0。1',
  '0.0.0.0', '0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '0xa000001', '172.16.0.1', '172.31.255.254', '192.168.1.1', '3232235777', '100.64.0.1', '100.127.255.255',
  '169.254.169.254', '0xa9fea9fe', '0251.0376.0251.0376', '2852039166', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.7', '203.0.113.9',
  '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::127.0.0.1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:10.0.0.1]', '[::ffff:0:127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b::10.0.0.1]', '[64:ff9b:1::a00:1]',
  '[2002:7f00:1::]', '[2002:a00:1::1]', '[2001::1]', '[2001:db8::1]', '[fc00::1]', '[fd12:3456::1]', '[fe80::1]', '[febf::1]', '[fec0::1]', '[ff02::1]', '[ff0e::1]', '[100::1]', '[5f00::1]',
];

describe('the address of a webhook', () => {
  it.each(HOSTS)('is refused when it is %s', async (host) => {
    await expect(checkAddress(`https://${host}/x`, PUBLIC)).rejects.toThrow(RefusedAddressError);
    expect(await postWebhook({ url: `https://${host}/x`, headers: {}, body: '{}' }, PUBLIC)).toMatchObject({ failure: 'refused', status: null });
  });

  it('is refused when any address that its name leads to is', async () => {
    await expect(checkAddress('https://ami.example/', leadingTo('93.184.216.34', '10.0.0.7'))).rejects.toThrow('10.0.0.7');
    await expect(checkAddress('https://ami.example/', leadingTo('93.184.216.34', '::1'))).rejects.toThrow('::1');
    await expect(checkAddress('https://ami.example/', leadingTo('fe80::1%eth0'))).rejects.toThrow(RefusedAddressError);
    await expect(checkAddress('https://ami.example/', leadingTo())).rejects.toThrow('no address');
    await expect(checkAddress('https://localhost/', PUBLIC)).rejects.toThrow(RefusedAddressError);
    await expect(checkAddress('https://ami.example/', leadingTo('93.184.216.34', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'))).resolves.toBeUndefined();
  });

  it.each(['http://ami.example/', 'ftp://ami.example/', 'file:///etc/passwd', 'javascript:1', 'https://u:p@ami.example/', 'https://u@ami.example/', 'https://ami.example/#x', 'ami.example', '//ami.example/', 'https://', ''])(
    'is refused when it is %j',
    async (url) => {
      await expect(checkAddress(url, leadingTo('93.184.216.34'))).rejects.toThrow(RefusedAddressError);
    },
  );

  it('may be of a private network where the operator says so, but never link-local, multicast or unspecified', () => {
    const reach = { privateAddresses: true };
    for (const address of ['127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.0.9', '100.64.0.1', '::1', 'fd00::1', '93.184.216.34']) expect([address, mayCall(address, reach)]).toEqual([address, true]);
    for (const address of ['169.254.169.254', 'fe80::1', '224.0.0.1', 'ff02::1', '0.0.0.0', '::', '255.255.255.255', '::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe', 'localhost', '']) {
      expect([address, mayCall(address, reach)]).toEqual([address, false]);
    }
  });

  it('is refused for every IPv4 address of a range that is not public, and for the IPv6 forms that carry it', () => {
    const ranges = [[0, 8], [10, 8], [127, 8], [(100 << 8) | 64, 10], [(169 << 8) | 254, 16], [(172 << 8) | 16, 12], [(192 << 8) | 168, 16], [224, 4]] as const;
    const inRange = constantFrom(...ranges).chain(([start, bits]) => {
      const base = start > 255 ? start * 65_536 : start * 16_777_216;
      return integer({ min: base, max: base + 2 ** (32 - bits) - 1 });
    });
    assert(
      property(inRange, (number) => {
        const dotted = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
        expect(isIP(dotted)).toBe(4);
        for (const form of [dotted, `::ffff:${dotted}`, `64:ff9b::${dotted}`, `::${dotted}`]) expect([form, mayCall(form, PUBLIC)]).toEqual([form, false]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an attempt', () => {
  let receiver: Receiver;
  const answers: Record<string, (response: import('node:http').ServerResponse) => void> = {
    '/suite': (response) => void response.writeHead(302, { location: '/crochet' }).end(),
    '/long': (response) => {
      response.writeHead(200);
      const part = Buffer.alloc(16_384, 'x');
      const more = (): void => {
        while (!response.destroyed && response.write(part));
        if (!response.destroyed) response.once('drain', more);
      };
      response.once('close', () => void closed.push(1));
      more();
    },
    '/muet': (response) => void response.writeHead(200).write('…'),
    '/coupe': (response) => void response.destroy(),
    '/plus-tard': (response) => void response.writeHead(503, { 'retry-after': '120' }).end(),
  };
  const closed: number[] = [];
  beforeAll(async () => {
    receiver = await startReceiver(({ path }, response) => answers[path]?.(response));
  });
  afterAll(() => receiver.stop());
  const post = (path: string, reach: Parameters<typeof postWebhook>[1] = { privateAddresses: true }, timeoutMs = 5_000) =>
    postWebhook({ url: `http://127.0.0.1:${receiver.port}${path}`, headers: { 'content-type': 'application/json' }, body: '{"é":1}' }, reach, timeoutMs);

  it('tells what came of it', async () => {
    expect(await post('/crochet')).toEqual({ kind: 'taken', status: 204 });
    expect(await post('/suite')).toEqual({ kind: 'failed', failure: 'redirect', status: 302, retryAfter: null });
    expect(await post('/coupe')).toEqual({ kind: 'failed', failure: 'connection', status: null, retryAfter: null });
    expect(await post('/plus-tard')).toEqual({ kind: 'failed', failure: 'status', status: 503, retryAfter: 120 });
    expect(await post('/muet', { privateAddresses: true }, 300)).toEqual({ kind: 'failed', failure: 'timeout', status: null, retryAfter: null });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/crochet', '/suite', '/coupe', '/plus-tard', '/muet']);
  });

  it('reads no answer without end', async () => {
    expect(await post('/long')).toEqual({ kind: 'taken', status: 200 });
    await vi.waitFor(() => expect(closed).toHaveLength(1));
  });

  it('goes to the address that was checked, whatever the name leads to by then', async () => {
    const before = receiver.received.length;
    let asked = 0;
    // A name server that is somebody else's: harmless when asked first, this machine afterwards.
    const rebinding = { privateAddresses: false, resolve: async () => [asked++ === 0 ? '93.184.216.34' : '127.0.0.1'] };
    await checkAddress(`https://piege.example:${receiver.port}/`, rebinding);
    expect(await postWebhook({ url: `https://piege.example:${receiver.port}/`, headers: {}, body: '{}' }, rebinding)).toMatchObject({ failure: 'refused' });
    // And the other way round: a name that the system cannot resolve at all is reached by the checked address alone.
    const here = { privateAddresses: true, resolve: async () => ['127.0.0.1'] };
    expect(await postWebhook({ url: `http://nom-qui-n-existe-pas.example:${receiver.port}/crochet`, headers: {}, body: '{}' }, here)).toEqual({ kind: 'taken', status: 204 });
    expect([asked, receiver.received.length - before]).toEqual([2, 1]);
  });
});
