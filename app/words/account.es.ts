/** The words of account.en.ts in Spanish. */
import type { AccountText } from "./account.en.ts";

export const account: AccountText = {
  failures: {
    invalid: "Algo no encaja en esta solicitud.", unauthenticated: "Vuelva a iniciar sesión.", forbidden: "Esto no está permitido.", not_found: "No hemos podido encontrarlo.", wrong_method: "Esto no se puede hacer aquí.",
    conflict: "Esto ha cambiado entretanto. Vuelva a mirarlo.", gone: "Este enlace ha caducado. Abra el pedido para obtener uno nuevo.", too_large: "Es demasiado grande.", wrong_type: "Este tipo de archivo o contenido no se acepta.",
    refused: "Nuestras condiciones no lo permiten.", too_many_lines: "Este pedido tiene más de 100 líneas, más de las que se pueden decidir aquí. Póngase en contacto con nosotros.", too_many: "Ha sido mucho de una vez. Espere un momento.", away: "La tienda no responde ahora mismo. No se ha perdido nada; inténtelo de nuevo en un momento.",
  },
  orders: { returnUntil: "Devolución hasta el {day}", warrantyUntil: "Garantía hasta el {day}", registerUntil: "Registro hasta el {day}", case: "{number}: {state}", nothing: "No hay devolución ni garantía abierta" },
  parcels: { not_shipped: "Aún no enviado", on_its_way: "En camino", delivered: "Entregado" },
  actions: { return: "Devolver o cambiar", warranty: "Algo no va bien", register: "Registrar para ampliar la garantía", cancel: "Cancelar", not_received: "No ha llegado" },
  nothingLeft: "Todo lo de este artículo ya está en camino de vuelta o reembolsado.",
  reasons: {
    unwanted: "Ya no lo quiero", wrong_item_ordered: "Me equivoqué al pedirlo", defective: "No funciona como debería", damaged_on_arrival: "Llegó dañado", wrong_item_sent: "He recibido otro artículo", not_as_described: "No es como se describe",
    missing_parts: "Faltan piezas", lightning: "Lo dañó un rayo", water_leakage: "Lo dañó el agua", not_received: "No ha llegado", cancel: "Quiero cancelarlo antes del envío", accidental_return: "Lo devolví por error",
    personal_item: "Dejé algo mío en el paquete", lost: "Lo he perdido", stolen: "Me lo han robado", too_small: "Es demasiado pequeño", too_large: "Es demasiado grande", changed_mind: "He cambiado de opinión", none_by_right: "Otro motivo", other: "Otro motivo",
  },
  states: { requested: "A la espera de nuestra respuesta", approved: "Aprobada", declined: "Rechazada", cancelled: "Retirada", under_way: "En camino hacia nosotros", received: "Recibida", inspected: "Inspeccionada", settling: "Completándose", settled: "Completada", closed: "Cerrada" },
  steps: { requested: "Solicitado", approved: "Aprobado", sent: "Enviado a nosotros", received: "Recibido por nosotros", inspected: "Inspeccionado", paid: "Reembolsado", done: "Completado", declined: "Rechazado", cancelled: "Retirado" },
  next: {
    wait: "Revisamos su solicitud y le respondemos.", waitBy: "Revisamos su solicitud y le respondemos hasta el {day}.", send: "Envíenos el artículo con el albarán dentro del paquete.", sendBy: "Envíenos el artículo hasta el {day}, con el albarán dentro del paquete.",
    pay: "Pague {amount} por este caso: tiene una factura por correo electrónico.",
    quote: "Díganos si acepta el precio de la reparación: {amount}.", onItsWay: "Su artículo está en camino hacia nosotros. No tiene que hacer nada.", inspecting: "Inspeccionamos su artículo. No tiene que hacer nada.", paying: "Completamos su caso. No tiene que hacer nada.", addressFollows: "Le diremos adónde enviarlo.",
  },
  freight: { customer: "Usted paga el envío.", merchant: "Nosotros pagamos el envío.", none: "No hay que enviar nada." },
  questions: {
    condition: "¿En qué estado está?", state: "¿Se ha abierto?", packaging: "¿Tiene el embalaje original?", complete: "¿Tiene todo lo que venía con él?", deviceUnboundAndReset: "¿Está el dispositivo eliminado de su cuenta y restablecido?", originalBuyer: "¿Lo compró usted?",
    deliveredOn: "¿Cuándo llegó?", serial: "¿Cuál es el número de serie?", wants: "¿Qué le gustaría en su lugar?", confirmed: "¿Puede confirmar esto: {need}?",
  },
  answers: {
    like_new: "Como nuevo", opened_perfect: "Abierto, en perfecto estado", worn: "Desgastado", used: "Usado", scratched: "Rayado", damaged: "Dañado", damaged_by_user: "Dañado por mí", defective: "Tiene un defecto", sealed: "Todavía precintado", opened: "Abierto", original: "Sí, lo tengo", missing: "No, ya no", different_model: "Otro modelo", upgrade: "Un modelo mejor",
  },
  instead: {
    open: "En su lugar está abierto: {remedies}.", faulty: "Si tiene un defecto, está abierto hasta el {day}: {remedies}.", faultyNoEnd: "Si tiene un defecto, está abierto: {remedies}.", unwanted: "Si ya no lo quiere, está abierto hasta el {day}: {remedies}.",
    seller: "Se compró en otro sitio. Diríjase al vendedor: {seller}.", sellerAt: "Se compró en otro sitio. Diríjase al vendedor: {seller}, {address}.", sellerUnnamedAt: "Se compró en otro sitio. Diríjase al vendedor: {address}.", sellerUnnamed: "Se compró en otro sitio. Diríjase al vendedor al que se lo compró.",
  },
  attention: {
    lineMissing: "El pedido no tiene este artículo.", ask: "Responda a esto.", supply: "Añada esto: {need}.", unknownReason: "No conocemos este motivo.", taken: "Estas unidades ya están en otra solicitud.", notAFile: "Este no es un archivo que haya subido aquí.",
    otherFile: "El archivo {name} no es lo que dice su nombre. Añada una foto o un vídeo.", fileGone: "El archivo {name} no ha llegado. Añádalo otra vez.", priceChanged: "El precio ha cambiado. Vuelva a mirarlo.", noQuote: "No hay ningún precio a la espera de respuesta.",
    notInExchange: "Esto no se puede tener a cambio.", serialTaken: "Este número de serie ya está registrado.", notRegistrable: "Este producto no se puede registrar.", tooLateToRegister: "El plazo para registrar este artículo ha terminado.", allRegistered: "Todas las unidades de este artículo ya están registradas.", needsOrder: "Registre un producto desde el pedido con el que lo compró.",
  },
  registrations: { registered: "Registrado el {day}", notRegistered: "No registrado", coverUntil: "Garantía hasta el {day}", noCover: "Ya sin garantía", mayRegister: "Regístrelo hasta el {day} para ampliar la garantía" },
  product: { unwanted: "No deseado, si llega hoy: {remedies}.", faulty: "Defectuoso, si llega hoy: {remedies}.", until: "{remedy} hasta el {day}", nothing: "nada", register: "Se puede registrar hasta el {day}." },
  pos: { needs: "Hace falta: {needs}", none: "No hay nada abierto." },
  staff: { noPolicy: "El día de este pedido no había ninguna política en vigor.", nothingLeft: "No queda nada de este pedido por devolver.", notFound: "Shopify no tiene este pedido.", refusedByPolicy: "La política lo rechaza." },
  instructions: {
    rma_number_on_label_or_box: "Escriba el número de RMA en la etiqueta o en la caja.", rma_number_on_exterior_box: "Escriba el número de RMA en el exterior de la caja.", rma_number_in_label_attn: "Ponga el número de RMA en la línea \"Attn\" de la etiqueta.", original_packaging: "Use el embalaje original.",
    complete_items: "Envíe todas las piezas y los papeles.", parts_and_accessories: "Envíe todas las piezas y los accesorios.", device_unbound_and_reset: "Elimine el dispositivo de su cuenta y restablézcalo.", "traceable_carrier:required": "Use un transportista con seguimiento.", "traceable_carrier:recommended": "Se recomienda un transportista con seguimiento.",
    rma_documentation: "Ponga este albarán en el paquete.", proof_of_purchase: "Añada una copia de su comprobante de compra.",
  },
  slip: { title: "Devolución {number}", order: "Pedido {name}", sendBy: "Envíelo hasta el {day}.", to: "Enviar a", addressFollows: "La tienda le dirá adónde enviarlo.", contents: "En este paquete", before: "Antes de enviarlo" },
};
