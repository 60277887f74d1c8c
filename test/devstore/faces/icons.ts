import type { Html } from "./html.ts";

const svg = (inner: string): Html => ({ html: `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${inner}</svg>` });

/** Line drawings of our own, 24 units square. */
export const ICONS = {
  brand: { html: '<svg viewBox="0 0 26 26" aria-hidden="true"><rect width="26" height="26" rx="8" fill="#9fe5cc"/><path d="M7 10.5 13 7l6 3.5v5L13 19l-6-3.5z" fill="none" stroke="#0a3a2d" stroke-width="1.8" stroke-linejoin="round"/><path d="M7 10.5 13 14l6-3.5M13 14v5" fill="none" stroke="#0a3a2d" stroke-width="1.8" stroke-linejoin="round"/></svg>' } satisfies Html,
  orders: svg('<path d="M5 4h14v16l-3-1.6-2.3 1.6-1.7-1.6-1.7 1.6L8 18.4 5 20z"/><path d="M9 9h6M9 13h4"/>'),
  products: svg('<path d="M4 8.5 12 4l8 4.5v7L12 20l-8-4.5z"/><path d="M4 8.5 12 13l8-4.5M12 13v7"/>'),
  customers: svg('<circle cx="9" cy="9" r="3.2"/><path d="M3.5 19c.6-3.2 2.7-4.8 5.5-4.8s4.9 1.6 5.5 4.8"/><path d="M15.5 6.4a3 3 0 0 1 0 5.4M17 14.7c1.9.5 3.1 1.9 3.5 4.3"/>'),
  app: svg('<rect x="4" y="4" width="7" height="7" rx="2"/><rect x="13" y="4" width="7" height="7" rx="2"/><rect x="4" y="13" width="7" height="7" rx="2"/><path d="M13.5 16.5h6M16.5 13.5v6"/>'),
  settings: svg('<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>'),
  camera: svg('<rect x="4" y="8" width="11" height="8" rx="2"/><path d="m15 11 5-2.5v7L15 13"/>'),
  empty: svg('<path d="M4 9l8-4.5L20 9v7l-8 4.5L4 16z" stroke-dasharray="2.5 2.5"/><path d="M9 12h6"/>'),
} as const;
