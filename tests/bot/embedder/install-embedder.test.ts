import { unfit } from '../../../bot/embedder/install-embedder.ts';

test('the local embedder is for Linux on x86-64 with AVX2 alone', () => {
  expect(unfit('linux', 'x64', new Set(['sse4_2', 'avx2']))).toBeNull();
  expect(unfit('linux', 'x64', new Set(['sse4_2']))).toBe('an x86-64 processor without AVX2');
  expect(unfit('linux', 'arm64', new Set(['avx2']))).toBe('linux on arm64');
  expect(unfit('darwin', 'arm64', new Set())).toBe('darwin on arm64');
});
