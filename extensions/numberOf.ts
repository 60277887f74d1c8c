/** The number at the end of a gid, as paths of the API and of Shopify's pages have it. */
export const numberOf = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);
