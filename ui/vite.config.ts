import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** A server to develop against: `./legato server local`, or another by LEGATO_SERVER. */
const server = process.env.LEGATO_SERVER ?? 'http://localhost:8080';

export default defineConfig(({ command }) => ({
  // Built files find each other by relative addresses, so that the server can stand under any path.
  base: command === 'build' ? './' : '/ui/',
  plugins: [react()],
  resolve: { alias: { '~': new URL('./src', import.meta.url).pathname } },
  build: {
    outDir: 'target/classes/legato-ui',
    emptyOutDir: true,
    sourcemap: false,
    // Inlined files would need data: addresses in scripts, which the content policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    manifest: true,
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '^/(api|health|version|prometheus)': {
        target: server,
        changeOrigin: true,
        configure: (proxy) => {
          proxy.on('proxyReq', (request) => request.removeHeader('origin'));
        },
      },
    },
  },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], environment: 'node' },
}));
