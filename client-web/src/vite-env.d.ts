/// <reference types="svelte" />
/// <reference types="vite/client" />

// The address of the drawings, and each meaning with the keys beside which its drawing stands: always, and when a person
// wants them everywhere (tools/pictograms/sprite.ts).
declare module 'virtual:pictograms' {
  export const address: string;
  export const pictures: readonly (readonly [meaning: string, beside: readonly string[], also: readonly string[]])[];
}

// Where the sentences of a page are: its catalogues after the slash, joined by + (tools/words.ts).
declare module 'virtual:words/*' {
  import type { Addresses } from './i18n/index.svelte';
  const addresses: Addresses;
  export default addresses;
}
