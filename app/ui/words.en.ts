/** Every word of the admin screens, in English; a translation is another file of this shape. */
export const words = {
  nav: { home: "Recourse", rmas: "Returns and claims", orders: "Orders", policy: "Policy", registrations: "Registrations", settings: "Settings" },
  home: { title: "What needs you now" },
} as const;
