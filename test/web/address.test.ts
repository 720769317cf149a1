import { describe, expect, test } from 'vitest'
import { allowedList, isPublic, mayFetch, NOTHING_ALLOWED } from '../../src/web/address.js'

describe('an address is public', () => {
  test.each([
    '8.8.8.8',
    '193.0.14.129',
    '100.63.255.255',
    '172.15.0.1',
    '2a00:1450:4001::1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::8.8.8.8',
  ])('as %s is', (ip) => expect(isPublic(ip)).toBe(true))
})

describe('an address is not public', () => {
  test.each([
    ['this network', '0.0.0.0', '0.1.2.3'],
    ['this machine', '127.0.0.1', '127.255.255.254', '::1', '::'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1'],
    ['behind a provider', '100.64.0.1', '100.127.255.255'],
    ['of a link, as cloud metadata', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
    ['of a site, as once', 'fec0::1'],
    ['of protocols', '192.0.0.1', '192.0.0.170', '192.88.99.1', '192.31.196.1', '192.52.193.1', '192.175.48.1'],
    ['for documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    ['for benchmarks', '198.18.0.1', '198.19.255.255', '2001:2::1'],
    ['of many', '224.0.0.1', '239.1.1.1', 'ff02::1'],
    ['reserved', '240.0.0.1', '255.255.255.255', '4000::1', '1::1', '100::1', '5f00::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1', '::ffff:a00:1', '::127.0.0.1', '::ffff:0:127.0.0.1', '::10.0.0.1'],
    ['IPv4 through NAT64', '64:ff9b::10.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::8.8.8.8'],
    ['6to4 and Teredo', '2002:7f00:1::', '2002:a00:1::1', '2002:808:808::1', '2001:0:1::1'],
    ['none', '', 'localhost', '1.2.3.4.5', '12345::', 'x'.repeat(100_000)],
  ])('%s', (_, ...ips) => {
    expect(ips.filter(isPublic)).toEqual([])
  })
})

describe('what is not public may be allowed', () => {
  const allowed = allowedList(' localhost, 127.0.0.2,10.0.0.0/8, fd00::/8, Bücher.example., 64:ff9b::/96 ')

  test.each([
    ['localhost', '127.0.0.1', true],
    ['localhost', '10.1.1.1', true],
    ['127.0.0.1', '127.0.0.1', false],
    ['127.0.0.2', '127.0.0.2', true],
    ['::ffff:7f00:2', '::ffff:7f00:2', true],
    ['intern.example', '10.200.1.1', true],
    ['intern.example', '::ffff:10.200.1.1', true],
    ['intern.example', '192.168.0.1', false],
    ['intern.example', 'fd12::1', true],
    ['intern.example', 'fc12::1', false],
    ['xn--bcher-kva.example', '192.168.0.1', true],
    ['www.xn--bcher-kva.example', '192.168.0.1', false],
    ['intern.example', '8.8.8.8', true],
  ])('%s at %s: %s', (host, ip, may) => {
    expect(mayFetch(allowed ?? NOTHING_ALLOWED, host, ip)).toBe(may)
  })

  test.each([
    'localhost:3000',
    'http://localhost',
    '10.0.0.0/33',
    '10.0.0',
    '300.1.1.1',
    '0x7f.1',
    '*.example.com',
    'a b',
    'x'.repeat(1000),
    '[::1]',
    '::1/200',
    'localhost;127.0.0.1',
  ])('%s is told to be wrong', (setting) => expect(allowedList(setting)).toBeNull())

  test('nothing is allowed by nothing', () => expect(allowedList(' , ')).toEqual(NOTHING_ALLOWED))
})
