import type { LoaderFunctionArgs } from "@remix-run/node";

/** The database answers too. */
export async function loader({ context: { app } }: LoaderFunctionArgs): Promise<Response> {
  try {
    await app.db.sql.query("SELECT 1");
    return new Response("ok");
  } catch {
    return new Response("the database does not answer", { status: 503 });
  }
}
