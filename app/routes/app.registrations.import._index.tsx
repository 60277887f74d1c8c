import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { beginImport } from "../flows/importRegistrations.ts";
import { RegistrationFile } from "../ui/RegistrationFile.tsx";
import { useToast } from "../ui/useToast.ts";
import { words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  await admit(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop, actor, redirect } = await admit(args);
  const begun = await beginImport(app, { shop, actor, text: String((await args.request.formData()).get("text") ?? "") });
  return "id" in begun ? redirect(`/app/registrations/import/${begun.id}`) : { errors: begun.errors };
}

export default function ImportScreen() {
  const acted = useActionData<typeof action>(), w = words.registrations, errors = acted?.errors ?? [];
  useToast(acted, errors.length ? w.notRead : undefined, true);
  return <Page narrowWidth title={w.importTitle} backAction={{ content: w.title, url: "/app/registrations" }}><RegistrationFile issues={errors} /></Page>;
}
