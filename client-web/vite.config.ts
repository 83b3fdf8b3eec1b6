// Six pages, one set of hashed assets. Warnings of the Svelte compiler (accessibility above all) stop the build.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { pictograms } from './tools/pictograms/sprite';
import { words } from './tools/words';

const pages = ['index', 'table', 'expert', 'captions', 'companion', 'console', 'projector'].filter((page) => existsSync(resolve(__dirname, `${page}.html`)));

export default defineConfig({
  plugins: [
    pictograms(),
    words(),
    svelte({
      onwarn(warning) {
        throw new Error(`${warning.filename ?? ''}:${warning.start?.line ?? 0} ${warning.code}: ${warning.message}`);
      },
    }),
  ],
  build: {
    target: 'es2020',
    cssTarget: ['chrome87', 'safari14'],
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: pages.map((page) => resolve(__dirname, `${page}.html`)) },
  },
  // Under vitest the browser build of Svelte is wanted, so that state behaves as it does in a page.
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  server: { proxy: { '/ws': { target: 'ws://127.0.0.1:8080', ws: true }, '/speech': 'http://127.0.0.1:8080', '/files': 'http://127.0.0.1:8080' } },
  test: { include: ['tests/**/*.test.ts', 'src/**/*.test.ts'], environment: 'node', isolate: false },
});
