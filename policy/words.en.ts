/** Every word of the engine that a person reads, in English. A translation is another object of the same shape. */
import * as vocabulary from "./words/vocabulary.en.ts";
import { diffWords, pageWords, scopeWords } from "./words/page.en.ts";
import { sentences } from "./words/sentences.en.ts";

export const english = {
  locale: "en-US",
  remedies: vocabulary.remedyWords, outcomes: vocabulary.outcomeWords, statuses: vocabulary.statusWords, payers: vocabulary.payerWords, fees: vocabulary.feeWords, feeBases: vocabulary.feeBaseWords, per: vocabulary.perWords,
  needs: vocabulary.needWords, needGrades: vocabulary.needGradeWords, reasons: vocabulary.reasonWords, findings: vocabulary.findingWords, conditions: vocabulary.conditionWords, conditionUnsaid: vocabulary.conditionUnsaid, models: vocabulary.modelWords, fallbacks: vocabulary.fallbackWords,
  events: vocabulary.eventWords, acts: vocabulary.actWords, promises: vocabulary.promiseWords, lacking: vocabulary.lackingWords, facts: vocabulary.factWords, questions: vocabulary.questionWords, places: vocabulary.placeWords,
  spans: vocabulary.spanWords, sentences, page: pageWords, diff: diffWords, scopes: scopeWords,
};

export type Words = typeof english;
