/** What would change an answer: facts turned, remedies that open later, days to register by. */
import type { Change } from "../decision.ts";
import { sentence, type Sentence, type Telling } from "./account.ts";
import { capital, dayText, fill, wordFor } from "./inWords.ts";

export function changeLines(t: Telling): Sentence[] {
  const { decision, words, voice } = t;
  return [
    ...(decision.changes ?? []).map((change) => changeLine(t, change)),
    ...(decision.later ?? []).map((later) => sentence(fill(later.from ? voice.later : voice.laterSome, { remedy: words.remedies[later.remedy], day: later.from ? dayText(later.from, words) : "" }), later.because)),
    ...(decision.registerBy ? [sentence(fill(voice.registerBy, { day: dayText(decision.registerBy, words) }))] : []),
  ];
}

function changeLine({ words }: Telling, change: Change): Sentence {
  const s = words.sentences, remedy = words.remedies[change.remedy].toLocaleLowerCase(words.locale);
  const [, no, kind] = /^(no )?fee (.+)$/.exec(change.effect) ?? [];
  const template = kind === undefined ? wordFor(s.effects, change.effect) : no ? s.effects.noFee : s.effects.fee;
  const effect = fill(template, { remedy, fee: kind === undefined ? "" : wordFor(words.fees, kind) });
  return sentence(capital(fill(s.change, { condition: wordFor(s.changes, `${change.fact}=${change.to}`), effect: `${effect}` })).replace(": ", ", "), change.because);
}
