import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { found } from "../found.ts";
import { confirmImport } from "../flows/importRegistrations.ts";
import { importOf } from "../store/registrationImports.ts";
import { ImportProgress } from "../ui/ImportProgress.tsx";
import { usePolling } from "../ui/usePolling.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), { state, rows, results } = await found(importOf(app.db.prisma, shop, args.params["id"] ?? ""));
  const counts = { ready: 0, known: 0, error: 0, added: 0 };
  for (const result of results) counts[result.state]++;
  const errors = results.flatMap((result, i) => (result.state === "error" ? [{ row: rows[i]?.row ?? 0, field: result.field ?? "", message: result.message ?? "", order: rows[i]?.order ?? "" }] : []));
  return { state, all: rows.length, checked: results.length, counts, errors: errors.slice(0, 200) };
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop } = await admit(args);
  return { confirmed: await found(confirmImport(app, { shop, importId: args.params["id"] ?? "" })) };
}

export default function ImportRun() {
  const run = useLoaderData<typeof loader>(), w = words.registrations;
  usePolling(run.state === "checking" || run.state === "importing");
  return <Page narrowWidth title={w.importTitle} backAction={{ content: w.title, url: "/app/registrations" }}><ImportProgress run={run} /></Page>;
}
