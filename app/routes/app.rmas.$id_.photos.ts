import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { admit } from "../admit.ts";
import { addPhoto, OWN } from "../flows/addPhoto.ts";
import { found } from "../found.ts";
import { filesAt } from "../shopify/files.ts";
import { photoOf } from "../store/photos.ts";
import { rmaOf } from "../store/rmas.ts";
import { words } from "../ui/words.en.ts";

const missing = (): Response => new Response(words.common.notFound, { status: 404 });

/** `?ref=` one of the case's photos: our own as its bytes, never shown as a page; one at Shopify by its address. */
export async function loader(args: LoaderFunctionArgs) {
  const { app, shop } = await admit(args), rmaId = args.params["id"] ?? "", ref = new URL(args.request.url).searchParams.get("ref") ?? "";
  const rma = await found(rmaOf(app.db.prisma, shop, rmaId));
  if (!rma.lines.some(({ photos }) => (photos as { ref?: string }[]).some((photo) => photo.ref === ref))) throw missing();
  if (!ref.startsWith(OWN)) return Response.json({ url: (await filesAt(app.adminFor(shop), [ref]))[0]?.url ?? null });
  const photo = await photoOf(app.db.prisma, shop, rmaId, ref.slice(OWN.length));
  if (!photo) throw missing();
  return new Response(photo.bytes, { headers: { "content-type": photo.type, "content-disposition": "attachment", "x-content-type-options": "nosniff", "cache-control": "no-store" } });
}

export async function action(args: ActionFunctionArgs) {
  const { app, shop, actor } = await admit(args), form = await args.request.formData(), file = form.get("photo");
  if (!(file instanceof File)) throw new Response(null, { status: 400 });
  return found(addPhoto(app, { shop, actor, rmaId: args.params["id"] ?? "", rmaLineId: String(form.get("line") ?? ""), name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
}
