/** The words of account.en.ts in French. */
import type { AccountText } from "./account.en.ts";

export const account: AccountText = {
  failures: {
    invalid: "Quelque chose ne convient pas dans cette demande.", unauthenticated: "Veuillez vous reconnecter.", forbidden: "Ce n'est pas autorisé.", not_found: "Nous n'avons pas trouvé cela.", wrong_method: "Ce n'est pas possible ici.",
    conflict: "Cela a changé entre-temps. Veuillez vérifier à nouveau.", gone: "Ce lien a expiré. Ouvrez la commande pour en obtenir un nouveau.", too_large: "C'est trop volumineux.", wrong_type: "Ce type de fichier ou de contenu n'est pas accepté.",
    refused: "Nos conditions ne le permettent pas.", too_many_lines: "Cette commande compte plus de 100 lignes, plus que ce qui peut être décidé ici. Veuillez nous contacter.", too_many: "C'était beaucoup d'un coup. Veuillez patienter un instant.", away: "La boutique ne répond pas pour le moment. Rien n'est perdu ; veuillez réessayer dans un instant.",
  },
  orders: { returnUntil: "Retour jusqu'au {day}", warrantyUntil: "Garantie jusqu'au {day}", registerUntil: "Enregistrement jusqu'au {day}", case: "{number} : {state}", nothing: "Aucun retour ni garantie possible" },
  parcels: { not_shipped: "Pas encore expédié", on_its_way: "En route", delivered: "Livré" },
  actions: { return: "Retourner ou échanger", warranty: "Il y a un problème", register: "Enregistrer pour prolonger la garantie", cancel: "Annuler", not_received: "Non reçu" },
  nothingLeft: "Tout est déjà en retour ou remboursé pour cet article.",
  reasons: {
    unwanted: "Je n'en veux plus", wrong_item_ordered: "Je me suis trompé d'article", defective: "Il ne fonctionne pas comme il faut", damaged_on_arrival: "Il est arrivé endommagé", wrong_item_sent: "J'ai reçu un autre article", not_as_described: "Il n'est pas conforme à la description",
    missing_parts: "Il manque des pièces", lightning: "Il a été endommagé par la foudre", water_leakage: "Il a été endommagé par l'eau", not_received: "Il n'est pas arrivé", cancel: "Je veux annuler avant l'envoi", accidental_return: "Je l'ai renvoyé par erreur",
    personal_item: "J'ai laissé un objet personnel dans le colis", lost: "Je l'ai perdu", stolen: "Il a été volé", too_small: "Il est trop petit", too_large: "Il est trop grand", changed_mind: "J'ai changé d'avis", none_by_right: "Une autre raison", other: "Une autre raison",
  },
  states: { requested: "En attente de notre réponse", approved: "Approuvé", declined: "Refusé", cancelled: "Retiré", under_way: "En route vers nous", received: "Reçu", inspected: "Inspecté", settling: "En cours de traitement", settled: "Terminé", closed: "Clos" },
  steps: { requested: "Demandé", approved: "Approuvé", sent: "Envoyé", received: "Reçu par nous", inspected: "Inspecté", paid: "Remboursé", done: "Terminé", declined: "Refusé", cancelled: "Retiré" },
  next: {
    wait: "Nous examinons votre demande et y répondons.", waitBy: "Nous examinons votre demande et y répondons au plus tard le {day}.", send: "Envoyez-nous l'article avec le bordereau dans le colis.", sendBy: "Envoyez-nous l'article au plus tard le {day}, avec le bordereau dans le colis.",
    pay: "Réglez {amount} pour ce dossier : vous avez reçu une facture par e-mail.",
    quote: "Dites-nous si vous acceptez le prix de la réparation : {amount}.", onItsWay: "Votre article est en route vers nous. Vous n'avez rien à faire.", inspecting: "Nous inspectons votre article. Vous n'avez rien à faire.", paying: "Nous finalisons votre dossier. Vous n'avez rien à faire.", addressFollows: "Nous vous dirons où l'envoyer.",
  },
  freight: { customer: "Vous payez l'envoi.", merchant: "Nous payons l'envoi.", none: "Rien n'est à envoyer." },
  questions: {
    condition: "Dans quel état est-il ?", state: "A-t-il été ouvert ?", packaging: "Avez-vous l'emballage d'origine ?", complete: "Avez-vous tout ce qui l'accompagnait ?", deviceUnboundAndReset: "L'appareil est-il retiré de votre compte et réinitialisé ?", originalBuyer: "L'avez-vous acheté vous-même ?",
    deliveredOn: "Quand est-il arrivé ?", serial: "Quel est le numéro de série ?", wants: "Que souhaitez-vous à la place ?", confirmed: "Pouvez-vous confirmer : {need} ?",
  },
  answers: {
    like_new: "Comme neuf", opened_perfect: "Ouvert, en parfait état", worn: "Usé", used: "Utilisé", scratched: "Rayé", damaged: "Endommagé", damaged_by_user: "Endommagé par moi", defective: "Il a un défaut", sealed: "Encore scellé", opened: "Ouvert", original: "Oui, je l'ai", missing: "Non, plus maintenant", different_model: "Un autre modèle", upgrade: "Un meilleur modèle",
  },
  instead: {
    open: "Reste possible à la place : {remedies}.", faulty: "En cas de défaut, reste possible jusqu'au {day} : {remedies}.", faultyNoEnd: "En cas de défaut, reste possible : {remedies}.", unwanted: "Si vous n'en voulez plus, reste possible jusqu'au {day} : {remedies}.",
    seller: "Il a été acheté ailleurs. Veuillez vous adresser au vendeur : {seller}.", sellerAt: "Il a été acheté ailleurs. Veuillez vous adresser au vendeur : {seller}, {address}.", sellerUnnamedAt: "Il a été acheté ailleurs. Veuillez vous adresser au vendeur : {address}.", sellerUnnamed: "Il a été acheté ailleurs. Veuillez vous adresser au vendeur chez qui vous l'avez acheté.",
  },
  attention: {
    lineMissing: "La commande ne contient pas cet article.", ask: "Veuillez répondre à cette question.", supply: "Veuillez ajouter : {need}.", unknownReason: "Nous ne connaissons pas ce motif.", taken: "Ces unités sont déjà dans une autre demande.", notAFile: "Ce n'est pas un fichier que vous avez téléversé ici.",
    otherFile: "Le fichier {name} n'est pas ce que son nom indique. Veuillez ajouter une photo ou une vidéo.", fileGone: "Le fichier {name} n'est pas arrivé. Veuillez l'ajouter à nouveau.", priceChanged: "Le prix a changé. Veuillez vérifier à nouveau.", noQuote: "Aucun prix n'attend de réponse.",
    notInExchange: "Cet article ne peut pas être obtenu en échange.", serialTaken: "Ce numéro de série est déjà enregistré.", notRegistrable: "Ce produit ne peut pas être enregistré.", tooLateToRegister: "Le délai d'enregistrement de cet article est passé.", allRegistered: "Toutes les unités de cet article sont déjà enregistrées.", needsOrder: "Enregistrez un produit depuis la commande avec laquelle vous l'avez acheté.",
  },
  registrations: { registered: "Enregistré le {day}", notRegistered: "Non enregistré", coverUntil: "Garantie jusqu'au {day}", noCover: "Plus de garantie", mayRegister: "À enregistrer jusqu'au {day} pour prolonger la garantie" },
  product: { unwanted: "Non souhaité, s'il arrive aujourd'hui : {remedies}.", faulty: "Défectueux, s'il arrive aujourd'hui : {remedies}.", until: "{remedy} jusqu'au {day}", nothing: "rien", register: "Il peut être enregistré jusqu'au {day}." },
  pos: { needs: "Nécessaire : {needs}", none: "Rien n'est possible." },
  staff: { noPolicy: "Aucune politique n'était en vigueur le jour de cette commande.", nothingLeft: "Il ne reste rien à retourner de cette commande.", notFound: "Shopify n'a pas cette commande.", refusedByPolicy: "La politique le refuse." },
  instructions: {
    rma_number_on_label_or_box: "Écrivez le numéro RMA sur l'étiquette ou le carton.", rma_number_on_exterior_box: "Écrivez le numéro RMA à l'extérieur du carton.", rma_number_in_label_attn: "Mettez le numéro RMA sur la ligne \"Attn\" de l'étiquette.", original_packaging: "Utilisez l'emballage d'origine.",
    complete_items: "Envoyez toutes les pièces et tous les papiers.", parts_and_accessories: "Envoyez toutes les pièces et tous les accessoires.", device_unbound_and_reset: "Retirez l'appareil de votre compte et réinitialisez-le.", "traceable_carrier:required": "Utilisez un transporteur avec suivi.", "traceable_carrier:recommended": "Un transporteur avec suivi est recommandé.",
    rma_documentation: "Mettez ce bordereau dans le colis.", proof_of_purchase: "Joignez une copie de votre preuve d'achat.",
  },
  slip: { title: "Retour {number}", order: "Commande {name}", sendBy: "Veuillez l'envoyer au plus tard le {day}.", to: "Envoyer à", addressFollows: "La boutique vous dira où l'envoyer.", contents: "Dans ce colis", before: "Avant de l'envoyer" },
};
