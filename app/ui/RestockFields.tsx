import { Checkbox, FormLayout, Select } from "@shopify/polaris";
import type { Settings } from "../settings.ts";
import { usePlaces } from "./PlaceSelect.tsx";
import { words } from "./words.en.ts";

const w = words.case.places;

/** Whether goods found in order go back in stock, and where. */
export function RestockFields({ restock, change }: { restock: Settings["restock"]; change: (restock: Settings["restock"]) => void }) {
  const places = usePlaces()?.places ?? [], known = restock.at && !places.some(({ id }) => id === restock.at?.id) ? [restock.at, ...places] : places;
  const options = [{ value: "", label: w.sentFromOption }, ...known.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <FormLayout>
      <Checkbox label={w.isOn} checked={restock.isOn} onChange={(isOn) => change({ ...restock, isOn })} />
      <Select label={w.where} disabled={!restock.isOn} options={options} value={restock.at?.id ?? ""} onChange={(id) => change({ ...restock, at: known.find((place) => place.id === id) ?? null })} />
    </FormLayout>
  );
}
