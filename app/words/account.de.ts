/** The words of account.en.ts in German. */
import type { AccountText } from "./account.en.ts";

export const account: AccountText = {
  failures: {
    invalid: "Etwas in dieser Anfrage passt nicht.", unauthenticated: "Bitte melden Sie sich erneut an.", forbidden: "Das ist nicht erlaubt.", not_found: "Das konnten wir nicht finden.", wrong_method: "Das geht hier nicht.",
    conflict: "Das hat sich inzwischen geändert. Bitte sehen Sie noch einmal nach.", gone: "Dieser Link ist abgelaufen. Öffnen Sie die Bestellung für einen neuen.", too_large: "Das ist zu groß.", wrong_type: "Diese Art von Datei oder Inhalt wird nicht angenommen.",
    refused: "Unsere Bedingungen lassen das nicht zu.", too_many_lines: "Diese Bestellung hat mehr als 100 Positionen, mehr als hier entschieden werden können. Bitte wenden Sie sich an uns.", too_many: "Das war viel auf einmal. Bitte warten Sie einen Moment.", away: "Der Shop antwortet gerade nicht. Nichts ist verloren; bitte versuchen Sie es gleich noch einmal.",
  },
  orders: { returnUntil: "Rückgabe bis {day}", warrantyUntil: "Garantie bis {day}", registerUntil: "Registrieren bis {day}", case: "{number}: {state}", nothing: "Keine Rückgabe oder Garantie offen" },
  parcels: { not_shipped: "Noch nicht versendet", on_its_way: "Unterwegs", delivered: "Geliefert" },
  actions: { return: "Zurückgeben oder umtauschen", warranty: "Etwas stimmt damit nicht", register: "Für längere Garantie registrieren", cancel: "Stornieren", not_received: "Nicht angekommen" },
  nothingLeft: "Von diesem Artikel ist alles schon auf dem Rückweg oder erstattet.",
  reasons: {
    unwanted: "Ich möchte es nicht mehr", wrong_item_ordered: "Ich habe das Falsche bestellt", defective: "Es funktioniert nicht, wie es soll", damaged_on_arrival: "Es kam beschädigt an", wrong_item_sent: "Ich habe etwas anderes bekommen", not_as_described: "Es ist nicht wie beschrieben",
    missing_parts: "Es fehlen Teile", lightning: "Es wurde durch Blitz beschädigt", water_leakage: "Es wurde durch Wasser beschädigt", not_received: "Es kam nicht an", cancel: "Ich möchte vor dem Versand stornieren", accidental_return: "Ich habe es versehentlich zurückgesendet",
    personal_item: "Ich habe etwas von mir im Paket gelassen", lost: "Ich habe es verloren", stolen: "Es wurde gestohlen", too_small: "Es ist zu klein", too_large: "Es ist zu groß", changed_mind: "Ich habe es mir anders überlegt", none_by_right: "Ein anderer Grund", other: "Ein anderer Grund",
  },
  states: { requested: "Wartet auf unsere Antwort", approved: "Genehmigt", declined: "Abgelehnt", cancelled: "Zurückgezogen", under_way: "Unterwegs zu uns", received: "Eingegangen", inspected: "Geprüft", settling: "Wird abgeschlossen", settled: "Abgeschlossen", closed: "Geschlossen" },
  steps: { requested: "Angefragt", approved: "Genehmigt", sent: "An uns gesendet", received: "Bei uns eingegangen", inspected: "Geprüft", paid: "Erstattet", done: "Abgeschlossen", declined: "Abgelehnt", cancelled: "Zurückgezogen" },
  next: {
    wait: "Wir sehen uns Ihre Anfrage an und antworten.", waitBy: "Wir sehen uns Ihre Anfrage an und antworten bis zum {day}.", send: "Senden Sie uns den Artikel mit dem Packzettel im Paket.", sendBy: "Senden Sie uns den Artikel bis zum {day}, mit dem Packzettel im Paket.",
    pay: "Bezahlen Sie {amount} für diesen Fall: Sie haben dafür eine Rechnung per E-Mail.",
    quote: "Sagen Sie uns, ob Sie den Preis für die Reparatur annehmen: {amount}.", onItsWay: "Ihr Artikel ist unterwegs zu uns. Sie müssen nichts tun.", inspecting: "Wir prüfen Ihren Artikel. Sie müssen nichts tun.", paying: "Wir schließen Ihren Fall ab. Sie müssen nichts tun.", addressFollows: "Wir sagen Ihnen noch, wohin Sie es senden.",
  },
  freight: { customer: "Sie bezahlen den Versand.", merchant: "Wir bezahlen den Versand.", none: "Es muss nichts gesendet werden." },
  questions: {
    condition: "In welchem Zustand ist es?", state: "Wurde es geöffnet?", packaging: "Haben Sie die Originalverpackung?", complete: "Haben Sie alles, was dabei war?", deviceUnboundAndReset: "Ist das Gerät aus Ihrem Konto entfernt und zurückgesetzt?", originalBuyer: "Haben Sie es selbst gekauft?",
    deliveredOn: "Wann kam es an?", serial: "Wie lautet die Seriennummer?", wants: "Was möchten Sie stattdessen?", confirmed: "Können Sie das bestätigen: {need}?",
  },
  answers: {
    like_new: "Wie neu", opened_perfect: "Geöffnet, einwandfrei", worn: "Abgenutzt", used: "Gebraucht", scratched: "Zerkratzt", damaged: "Beschädigt", damaged_by_user: "Von mir beschädigt", defective: "Es hat einen Fehler", sealed: "Noch versiegelt", opened: "Geöffnet", original: "Ja, ich habe sie", missing: "Nein, nicht mehr", different_model: "Ein anderes Modell", upgrade: "Ein besseres Modell",
  },
  instead: {
    open: "Stattdessen ist offen: {remedies}.", faulty: "Bei einem Fehler ist bis zum {day} offen: {remedies}.", faultyNoEnd: "Bei einem Fehler ist offen: {remedies}.", unwanted: "Wenn Sie es nicht mehr möchten, ist bis zum {day} offen: {remedies}.",
    seller: "Es wurde anderswo gekauft. Bitte wenden Sie sich an den Verkäufer: {seller}.", sellerAt: "Es wurde anderswo gekauft. Bitte wenden Sie sich an den Verkäufer: {seller}, {address}.", sellerUnnamedAt: "Es wurde anderswo gekauft. Bitte wenden Sie sich an den Verkäufer: {address}.", sellerUnnamed: "Es wurde anderswo gekauft. Bitte wenden Sie sich an den Verkäufer, bei dem Sie es gekauft haben.",
  },
  attention: {
    lineMissing: "Diesen Artikel gibt es in der Bestellung nicht.", ask: "Bitte beantworten Sie das.", supply: "Bitte fügen Sie hinzu: {need}.", unknownReason: "Diesen Grund kennen wir nicht.", taken: "Diese Stücke stehen schon in einer anderen Anfrage.", notAFile: "Das ist keine Datei, die Sie hier hochgeladen haben.",
    otherFile: "Die Datei {name} ist nicht, was ihr Name sagt. Bitte fügen Sie ein Foto oder Video hinzu.", fileGone: "Die Datei {name} ist nicht angekommen. Bitte fügen Sie sie noch einmal hinzu.", priceChanged: "Der Preis hat sich geändert. Bitte sehen Sie noch einmal nach.", noQuote: "Es wartet kein Preis auf eine Antwort.",
    notInExchange: "Das ist im Umtausch nicht zu haben.", serialTaken: "Diese Seriennummer ist schon registriert.", notRegistrable: "Dieses Produkt kann nicht registriert werden.", tooLateToRegister: "Die Zeit zum Registrieren dieses Artikels ist vorbei.", allRegistered: "Alle Stücke dieses Artikels sind schon registriert.", needsOrder: "Registrieren Sie ein Produkt über die Bestellung, mit der Sie es gekauft haben.",
  },
  registrations: { registered: "Registriert am {day}", notRegistered: "Nicht registriert", coverUntil: "Garantie bis {day}", noCover: "Keine Garantie mehr", mayRegister: "Bis {day} für längere Garantie registrieren" },
  product: { unwanted: "Nicht gewünscht, wenn es heute ankommt: {remedies}.", faulty: "Fehlerhaft, wenn es heute ankommt: {remedies}.", until: "{remedy} bis {day}", nothing: "nichts", register: "Es kann bis zum {day} registriert werden." },
  pos: { needs: "Nötig: {needs}", none: "Nichts ist offen." },
  staff: { noPolicy: "Am Tag dieser Bestellung galten keine Bedingungen.", nothingLeft: "Von dieser Bestellung ist nichts mehr zurückzugeben.", notFound: "Shopify hat keine solche Bestellung.", refusedByPolicy: "Die Bedingungen lehnen das ab." },
  instructions: {
    rma_number_on_label_or_box: "Schreiben Sie die RMA-Nummer auf das Etikett oder den Karton.", rma_number_on_exterior_box: "Schreiben Sie die RMA-Nummer außen auf den Karton.", rma_number_in_label_attn: "Setzen Sie die RMA-Nummer in die Zeile \"Attn\" des Etiketts.", original_packaging: "Verwenden Sie die Originalverpackung.",
    complete_items: "Senden Sie alle Teile und Papiere mit.", parts_and_accessories: "Senden Sie alle Teile und das Zubehör mit.", device_unbound_and_reset: "Entfernen Sie das Gerät aus Ihrem Konto und setzen Sie es zurück.", "traceable_carrier:required": "Senden Sie mit Sendungsverfolgung.", "traceable_carrier:recommended": "Ein Versand mit Sendungsverfolgung wird empfohlen.",
    rma_documentation: "Legen Sie diesen Zettel ins Paket.", proof_of_purchase: "Legen Sie eine Kopie Ihres Kaufbelegs bei.",
  },
  slip: { title: "Rücksendung {number}", order: "Bestellung {name}", sendBy: "Bitte senden Sie es bis zum {day}.", to: "Senden an", addressFollows: "Der Shop sagt Ihnen, wohin Sie es senden.", contents: "In diesem Paket", before: "Bevor Sie es senden" },
};
