import { useRef } from "react";
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import type { ShownPhoto } from "../flows/showRma.ts";
import { download } from "./download.ts";
import { useToast } from "./useToast.ts";
import { say, words } from "./words.en.ts";

const w = words.case;

/** Our own are given as files; one at Shopify opens by itself. */
async function open(rmaId: string, { ref, name }: ShownPhoto): Promise<void> {
  const path = `/app/rmas/${rmaId}/photos?${new URLSearchParams({ ref }).toString()}`;
  if (ref.startsWith("photo:")) return void (await download(path, name));
  const { url } = (await (await fetch(path)).json()) as { url: string | null };
  if (url) window.open(url, "_blank", "noopener,noreferrer");
}

/** A line's photos, and the way to add one. */
export function LinePhotos({ rmaId, lineId, photos }: { rmaId: string; lineId: string; photos: readonly ShownPhoto[] }) {
  const { submit, data, state } = useFetcher<{ refused?: readonly { message: string }[] }>(), input = useRef<HTMLInputElement>(null), refused = data?.refused?.[0]?.message;
  useToast(data, data ? (refused ?? w.photoAdded) : undefined, refused !== undefined);
  const send = (file: File | undefined): void => {
    if (!file) return;
    const form = new FormData();
    form.set("line", lineId);
    form.set("photo", file);
    submit(form, { method: "post", action: `/app/rmas/${rmaId}/photos`, encType: "multipart/form-data" });
  };
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">{w.photos}</Text>
      {photos.map((photo) => <InlineStack key={photo.ref} gap="200"><Button variant="plain" accessibilityLabel={say(w.openPhoto, { name: photo.name })} onClick={() => void open(rmaId, photo)}>{say(photo.by === "staff" ? w.byStaff : photo.isChecked ? w.byCustomer : w.notChecked, { name: photo.name })}</Button></InlineStack>)}
      <input ref={input} type="file" hidden accept="image/jpeg,image/png,image/webp,image/heic" aria-label={w.addPhoto} onChange={(event) => { send(event.currentTarget.files?.[0]); event.currentTarget.value = ""; }} />
      <InlineStack gap="200" blockAlign="center"><Button size="slim" loading={state !== "idle"} onClick={() => input.current?.click()}>{w.addPhoto}</Button><Text as="span" tone="subdued">{w.photoHelp}</Text></InlineStack>
      {refused && <Text as="p" tone="critical">{w.photoRefused}: {refused}</Text>}
    </BlockStack>
  );
}
