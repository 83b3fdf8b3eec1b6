import { expect, it } from 'vitest';
import { typed_address, whole_address } from './address';

it.each([
  ['192.168.1.20', '8080', 'http://192.168.1.20:8080'],
  ['192.168.1.20:9000', '8080', 'http://192.168.1.20:9000'],
  ['192.168.1.20', '', 'http://192.168.1.20'],
  ['http://192.168.1.20:8080/', '8080', 'http://192.168.1.20:8080'],
  ['https://salle.example', '8080', 'https://salle.example'],
  ['tablee.local', '8080', 'http://tablee.local:8080'],
  ['[fe80::1]:8080', '1', 'http://[fe80::1]:8080'],
])('the address %j on port %j is %j', (address, port, whole) => {
  expect(whole_address(address, port)).toBe(whole);
});

it('is typed without http, and with https', () => {
  expect(typed_address('http://192.168.1.20:8080')).toBe('192.168.1.20:8080');
  expect(typed_address('https://salle.example')).toBe('https://salle.example');
});
