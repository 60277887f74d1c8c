/** The words of account.en.ts in Japanese. */
import type { AccountText } from "./account.en.ts";

export const account: AccountText = {
  failures: {
    invalid: "お申し込みの内容に誤りがあります。", unauthenticated: "もう一度ログインしてください。", forbidden: "この操作は許可されていません。", not_found: "見つかりませんでした。", wrong_method: "ここでは実行できません。",
    conflict: "内容が変わりました。もう一度ご確認ください。", gone: "このリンクの有効期限が切れました。注文を開いて新しいリンクを取得してください。", too_large: "サイズが大きすぎます。", wrong_type: "この種類のファイルや内容は受け付けていません。",
    refused: "当店のポリシーではお受けできません。", too_many_lines: "この注文は100行を超えており、ここでは判断できません。当店までお問い合わせください。", too_many: "操作が集中しています。少しお待ちください。", away: "現在ストアが応答していません。内容は失われていません。少し待ってからお試しください。",
  },
  orders: { returnUntil: "{day}まで返品可", warrantyUntil: "{day}まで保証", registerUntil: "{day}まで登録可", case: "{number}：{state}", nothing: "返品・保証の対象外です" },
  parcels: { not_shipped: "未発送", on_its_way: "配送中", delivered: "配達済み" },
  actions: { return: "返品・交換", warranty: "不具合がある", register: "延長保証の登録", cancel: "キャンセル", not_received: "届いていない" },
  nothingLeft: "この商品はすべて返送中または返金済みです。",
  reasons: {
    unwanted: "不要になった", wrong_item_ordered: "注文を間違えた", defective: "正常に動作しない", damaged_on_arrival: "届いたときに壊れていた", wrong_item_sent: "違う商品が届いた", not_as_described: "説明と違う", missing_parts: "部品が足りない", lightning: "落雷で壊れた", water_leakage: "水で壊れた",
    not_received: "届いていない", cancel: "発送前にキャンセルしたい", accidental_return: "誤って返送した", personal_item: "私物を荷物に入れてしまった", lost: "なくした", stolen: "盗まれた", too_small: "小さすぎる", too_large: "大きすぎる", changed_mind: "気が変わった", none_by_right: "その他の理由", other: "その他の理由",
  },
  states: { requested: "回答待ち", approved: "承認済み", declined: "お断り", cancelled: "取り下げ", under_way: "当店へ配送中", received: "受領済み", inspected: "検査済み", settling: "処理中", settled: "完了", closed: "終了" },
  steps: { requested: "お申し込み", approved: "承認", sent: "発送", received: "当店で受領", inspected: "検査", paid: "返金", done: "完了", declined: "お断り", cancelled: "取り下げ" },
  next: {
    wait: "お申し込みを確認し、回答します。", waitBy: "お申し込みを確認し、{day}までに回答します。", send: "納品書を同封して商品をお送りください。", sendBy: "納品書を同封し、{day}までに商品をお送りください。",
    pay: "この件のお支払い {amount} をお願いします。請求書をメールでお送りしました。",
    quote: "修理料金を承諾するかお知らせください：{amount}", onItsWay: "商品は当店へ配送中です。お手続きは不要です。", inspecting: "商品を検査しています。お手続きは不要です。", paying: "処理を進めています。お手続きは不要です。", addressFollows: "送り先は追ってご案内します。",
  },
  freight: { customer: "送料はお客様のご負担です。", merchant: "送料は当店が負担します。", none: "お送りいただくものはありません。" },
  questions: {
    condition: "商品の状態は？", state: "開封しましたか？", packaging: "元の梱包はありますか？", complete: "付属品はすべてありますか？", deviceUnboundAndReset: "機器をアカウントから削除し、初期化しましたか？", originalBuyer: "ご自身で購入しましたか？",
    deliveredOn: "いつ届きましたか？", serial: "シリアル番号は？", wants: "代わりに何をご希望ですか？", confirmed: "確認できますか：{need}",
  },
  answers: {
    like_new: "新品同様", opened_perfect: "開封済み・完全な状態", worn: "使用感あり", used: "使用済み", scratched: "傷あり", damaged: "破損", damaged_by_user: "自分で破損した", defective: "不具合あり", sealed: "未開封", opened: "開封済み", original: "はい、あります", missing: "いいえ、ありません", different_model: "別のモデル", upgrade: "上位モデル",
  },
  instead: {
    open: "代わりに可能な対応：{remedies}", faulty: "不具合がある場合、{day}まで可能な対応：{remedies}", faultyNoEnd: "不具合がある場合に可能な対応：{remedies}", unwanted: "不要になった場合、{day}まで可能な対応：{remedies}",
    seller: "他店で購入された商品です。販売者にお問い合わせください：{seller}", sellerAt: "他店で購入された商品です。販売者にお問い合わせください：{seller}（{address}）", sellerUnnamedAt: "他店で購入された商品です。販売者にお問い合わせください：{address}", sellerUnnamed: "他店で購入された商品です。購入先の販売者にお問い合わせください。",
  },
  attention: {
    lineMissing: "注文にこの商品はありません。", ask: "お答えください。", supply: "追加してください：{need}", unknownReason: "この理由はありません。", taken: "この商品はすでに別の申請に含まれています。", notAFile: "ここでアップロードされたファイルではありません。",
    otherFile: "ファイル{name}の中身が種類と一致しません。写真または動画を追加してください。", fileGone: "ファイル{name}が届いていません。もう一度追加してください。", priceChanged: "料金が変わりました。もう一度ご確認ください。", noQuote: "回答待ちの料金はありません。",
    notInExchange: "この商品とは交換できません。", serialTaken: "このシリアル番号はすでに登録されています。", notRegistrable: "この商品は登録できません。", tooLateToRegister: "この商品の登録期限は過ぎました。", allRegistered: "この商品はすべて登録済みです。", needsOrder: "購入した注文から商品を登録してください。",
  },
  registrations: { registered: "{day}に登録", notRegistered: "未登録", coverUntil: "{day}まで保証", noCover: "保証は終了しました", mayRegister: "延長保証は{day}までに登録" },
  product: { unwanted: "不要の場合（本日到着なら）：{remedies}", faulty: "不具合の場合（本日到着なら）：{remedies}", until: "{remedy}（{day}まで）", nothing: "なし", register: "{day}まで登録できます。" },
  pos: { needs: "必要なもの：{needs}", none: "可能な対応はありません。" },
  staff: { noPolicy: "この注文の日に有効なポリシーはありませんでした。", nothingLeft: "この注文に返品できるものはありません。", notFound: "Shopifyにこの注文はありません。", refusedByPolicy: "ポリシーによりお断りします。" },
  instructions: {
    rma_number_on_label_or_box: "ラベルまたは箱にRMA番号を書いてください。", rma_number_on_exterior_box: "箱の外側にRMA番号を書いてください。", rma_number_in_label_attn: "ラベルの「Attn」欄にRMA番号を書いてください。", original_packaging: "元の梱包をお使いください。",
    complete_items: "部品と書類をすべて同封してください。", parts_and_accessories: "部品と付属品をすべて同封してください。", device_unbound_and_reset: "機器をアカウントから削除し、初期化してください。", "traceable_carrier:required": "追跡できる配送方法をお使いください。", "traceable_carrier:recommended": "追跡できる配送方法をおすすめします。",
    rma_documentation: "この用紙を荷物に入れてください。", proof_of_purchase: "購入証明の写しを同封してください。",
  },
  slip: { title: "返品 {number}", order: "注文 {name}", sendBy: "{day}までにお送りください。", to: "送り先", addressFollows: "送り先はストアがご案内します。", contents: "同封する商品", before: "発送の前に" },
};
