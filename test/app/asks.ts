/** Who acts in tests, and what they ask for; without anything else, for processes that are to start at once. */
export const STAFF = { kind: "staff", name: "Desk" } as const;
export const CUSTOMER = { kind: "customer", name: "Customer" } as const;
export const UNWANTED = { reason: "unwanted", condition: "like_new", packaging: "original", complete: true, state: "opened" } as const;
export const DEFECTIVE = { reason: "defective", condition: "defective", packaging: "original", complete: true } as const;
