import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { admit } from "../admit.ts";
import { found } from "../found.ts";
import { showRegistration } from "../flows/listRegistrations.ts";
import { removeRegistration } from "../flows/removeRegistration.ts";
import { transferRegistration } from "../flows/transferRegistration.ts";
import { IssueBanner } from "../ui/IssueBanner.tsx";
import { RegistrationCard } from "../ui/RegistrationCard.tsx";
import { useToast } from "../ui/useToast.ts";
import { dayInWords, say, words } from "../ui/words.en.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args);
  return found(showRegistration(app, { shop, id: args.params["id"] ?? "" }));
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop, redirect } = await admit(args), form = await args.request.formData(), id = args.params["id"] ?? "";
  if (form.get("intent") === "remove") {
    await found(removeRegistration(app, { shop, id }));
    return redirect("/app/registrations?removed=1");
  }
  const passed = await found(transferRegistration(app, { shop, registrationId: id, customerId: null }));
  if ("registration" in passed) return { issues: [], at: app.now().getTime() };
  const clauses = "clauses" in passed ? passed.clauses.map(({ id: path, says }) => ({ path, message: says })) : [];
  return { issues: [...("refused" in passed ? passed.refused.map(({ message }) => ({ path: "", message })) : [{ path: "", message: words.common.notFound }]), ...clauses], at: app.now().getTime() };
}

export default function RegistrationScreen() {
  const one = useLoaderData<typeof loader>(), acted = useActionData<typeof action>(), w = words.registrations, [search] = useSearchParams();
  const issues = acted && "issues" in acted ? acted.issues : [];
  useToast(acted, issues.length ? w.notTransferred : w.transferred, issues.length > 0);
  useToast(search, search.has("added") ? w.added : undefined);
  return (
    <Page narrowWidth title={one.product} subtitle={say(w.one, { day: dayInWords(one.registeredOn) })} backAction={{ content: w.title, url: "/app/registrations" }}>
      <BlockStack gap="400">
        <IssueBanner issues={issues} title={w.notTransferred} />
        <RegistrationCard one={one} />
      </BlockStack>
    </Page>
  );
}
