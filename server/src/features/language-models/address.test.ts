import { expect, test } from 'vitest';
import { allowedAddress } from './address.ts';

const origins = new Set(['http://10.0.0.5:11434', 'http://models.college.internal:8000']);

test.each([
  ['a public name over https', 'https://api.openai.com/v1', 'https://api.openai.com/v1'],
  ['a slash at the end', 'https://llm.college.example/v1/', 'https://llm.college.example/v1'],
  ['a public number over https', 'https://8.8.8.8/v1', 'https://8.8.8.8/v1'],
  ['where the installation has a model', 'http://10.0.0.5:11434', 'http://10.0.0.5:11434'],
  ['where the installation has a model, by another path', 'http://models.college.internal:8000/v1', 'http://models.college.internal:8000/v1'],
])('%s may be asked', (_case, written, kept) => {
  expect(allowedAddress(written, origins)).toBe(kept);
});

test.each([
  ['http in public', 'http://api.openai.com/v1'], ['this machine', 'https://127.0.0.1/v1'], ['this machine by name', 'https://localhost/v1'], ['this machine in another notation', 'https://0x7f000001/v1'],
  ['this machine by IPv6', 'https://[::1]/v1'], ['IPv4 inside IPv6', 'https://[::ffff:10.0.0.5]/v1'], ['a private network', 'https://192.168.1.10/v1'], ['the metadata of a cloud', 'https://169.254.169.254/latest'],
  ['a name without a dot', 'https://models/v1'], ['a name of the own network', 'https://models.internal/v1'], ['such a name with a dot at the end', 'https://printer.local./v1'],
  ['another port of the installation\'s machine', 'http://10.0.0.5:22'], ['https of it', 'https://10.0.0.5:11434'],
  ['a user', 'https://user@api.openai.com/v1'], ['a query', 'https://api.openai.com/v1?to='], ['a fragment', 'https://api.openai.com/v1#'], ['a file', 'file:///etc/passwd'], ['no address', 'models'],
])('%s may not', (_case, written) => {
  expect(allowedAddress(written, origins)).toBeNull();
});
