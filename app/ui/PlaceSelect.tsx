import { useEffect } from "react";
import { Select } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import type { Place } from "../shopify/places.ts";
import type { Settings } from "../settings.ts";
import { say, words } from "./words.en.ts";

const w = words.case.places;
type Places = Readonly<{ places: readonly Place[]; restock: Settings["restock"] }>;

/** The shop's locations, asked for when something is shown that needs them. */
export function usePlaces(): Places | undefined {
  const { load, data } = useFetcher<Places>();
  useEffect(() => load("/app/places"), [load]);
  return data;
}

/** Where goods that came back go: as usual, back in stock at a place, or nowhere. */
export function PlaceSelect({ title, isRestockable, value, choose }: { title: string; isRestockable: boolean; value: string; choose: (place: string) => void }) {
  const data = usePlaces(), at = data?.restock.at?.name ?? w.sentFrom;
  const usual = data?.restock.isOn && isRestockable ? say(w.usual, { at }) : isRestockable ? w.usualOff : w.usualNot;
  const options = [{ value: "", label: data ? usual : words.common.loading }, { value: "sent_from", label: say(w.at, { at: w.sentFrom }) }, ...(data?.places ?? []).map(({ id, name }) => ({ value: id, label: say(w.at, { at: name }) })), { value: "none", label: w.none }];
  return <Select label={say(w.label, { title })} options={options} value={value} onChange={choose} />;
}
