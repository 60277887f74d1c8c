/** The process answers. */
export const loader = (): Response => new Response("ok");
