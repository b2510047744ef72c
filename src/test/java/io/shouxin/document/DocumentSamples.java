package io.shouxin.document;

import io.shouxin.shared.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Invented documents; {@link #main} writes them to {@code target/documents} to be looked at. */
final class DocumentSamples {

    static final String URL = "https://portal.example/verify/K7QM-2FXA-90BD";

    private static final Letterhead ZH_HEAD = new Letterhead(
            "安居某某房产经纪有限公司", "上海市浦东新区示例路 100 号", "个人信息保护负责人 021-5550 0100，privacy@anju.example，工作日 9:00–18:00");
    private static final Letterhead EN_HEAD = new Letterhead(
            "Anju Example Realty Co., Ltd.",
            "100 Example Road, Pudong, Shanghai",
            "privacy officer +86 21 5550 0100, privacy@anju.example");
    private static final Verification VERIFICATION = new Verification("K7QM-2FXA-90BD", URL);
    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 23);
    private static final LocalDate DECIDED = LocalDate.of(2026, 12, 4);

    private DocumentSamples() {}

    static ReceiptContent receipt(Locale locale) {
        return receipt(locale, Instant.parse("2026-11-23T01:12:00Z"));
    }

    static ReceiptContent receipt(Locale locale, Instant receivedAt) {
        boolean zh = locale.getLanguage().equals("zh");
        return new ReceiptContent(
                zh ? ZH_HEAD : EN_HEAD,
                "SC-2026-000482",
                zh ? "删除个人信息" : "Delete my information",
                zh ? "王**" : "W**",
                zh ? "手机网页" : "the portal, by phone",
                receivedAt,
                LocalDate.of(2026, 12, 14),
                null,
                zh
                        ? "2026 年 11 月 23 日收到，当日不计，按 15 个工作日计算，遇节假日顺延；法律要求“及时”办理。"
                        : "Received on 23 November 2026, which is not counted; 15 working days, holidays excluded. The law asks for an answer without delay.",
                zh ? "已收到（12 字），随案卷保存" : "received (12 characters) and kept with the case",
                zh
                        ? List.of("看房需求、微信、子女信息", "2026 年买卖合同与付款")
                        : List.of("Viewing wishes and contacts", "The sale of 2026"),
                zh
                        ? List.of("专员逐条审核您的记录。", "需要保留的，由另一人复核。", "删除并复查，出具答复和删除证明。")
                        : List.of(
                                "An officer goes through your records.",
                                "A second person checks whatever would be kept.",
                                "We delete, search again, and send you the answer and the certificate."),
                zh ? "12345 政务服务热线，或上海市互联网信息办公室。" : "The 12345 hotline or the Cyberspace Administration of Shanghai.",
                "https://portal.example/track");
    }

    /** A receipt as a firm of ordinary size gives it out, with the bundles' own words: a call, a note, several categories, a count in full. */
    static ReceiptContent ordinaryReceipt(Locale locale) {
        Texts texts = Texts.of(locale);
        boolean zh = texts.isChinese();
        ReceiptContent plain = receipt(locale);
        return new ReceiptContent(
                new Letterhead(
                        "安居房产经纪与家政服务有限公司",
                        "上海市浦东新区示例路 100 号 8 楼",
                        texts.get("request.letter.contact", "周敏", "021-5550 0100", "privacy@anju.example")),
                plain.caseNumber(),
                plain.requestType(),
                zh ? "王** 135****1170" : "王** 135****1170",
                texts.get("Channel.PORTAL"),
                plain.receivedAt(),
                plain.promisedBy(),
                null,
                String.join(
                        zh ? "" : " ",
                        texts.get("deadline.explain.working", zh ? "11 月 23 日（周一）" : "Mon 23 November", 15),
                        texts.get("deadline.explain.workingEarlier", 30),
                        texts.get("deadline.explain.notice", texts.get("deadline.explain.noticeOf", "2026"))),
                texts.get("request.receipt.note", 128),
                List.of(Stream.of(
                                "IDENTITY",
                                "CONTACT",
                                "DEMAND",
                                "PROPERTY",
                                "TRANSACTION",
                                "HOUSEHOLD",
                                "CHILD",
                                "NOTE")
                        .map(category -> texts.get("Category." + category))
                        .collect(Collectors.joining(texts.get("request.list.separator")))),
                Stream.of("call", "review", "erase", "answer")
                        .map(step -> texts.get("request.next." + step))
                        .toList(),
                String.join(
                        texts.get("request.list.separator"),
                        zh ? "上海市房屋管理局" : "Shanghai Housing Administration Bureau (上海市房屋管理局)",
                        texts.get("request.letter.cac")),
                plain.trackingUrl());
    }

    static LetterContent letter(Locale locale, LetterKind kind) {
        List<LetterItem> items =
                switch (kind) {
                    case SOMETHING_KEPT, PERIOD_OVER_PARTLY -> items(locale);
                    case NOTHING_KEPT, PERIOD_OVER -> items(locale).subList(0, 1);
                    default -> List.of();
                };
        return letter(locale, kind, items, null);
    }

    static LetterContent letter(Locale locale, LetterKind kind, List<LetterItem> items, @Nullable String note) {
        boolean zh = locale.getLanguage().equals("zh");
        boolean decided = kind != LetterKind.CLOSED_FOR_MISSING_PROOF
                && kind != LetterKind.CLOSED_FOR_MISSING_PAPERS
                && kind != LetterKind.NO_AUTHORITY
                && kind != LetterKind.CANCELLED;
        boolean kept =
                switch (kind) {
                    case SOMETHING_KEPT, REFUSED, NO_AUTHORITY, PERIOD_OVER_PARTLY, PERIOD_OVER_KEPT -> true;
                    default -> false;
                };
        return new LetterContent(
                zh ? ZH_HEAD : EN_HEAD,
                VERIFICATION,
                kind,
                zh ? "王女士" : "Dear Ms Wang",
                new CaseFacts(
                        "SC-2026-000482",
                        zh ? "删除个人信息" : "Delete my information",
                        RECEIVED,
                        DECIDED,
                        decided
                                ? (zh ? "已通过：短信验证码、身份证号后六位" : "Passed: code by SMS, last six of the identity number")
                                : null,
                        kind == LetterKind.NOTHING_KEPT || kind == LetterKind.SOMETHING_KEPT ? "XH-2026-000117" : null,
                        null,
                        LocalDate.of(2029, 12, 4),
                        zh ? "个人信息保护法第 69 条" : "Personal Information Protection Law, Art. 69"),
                items,
                !kept
                        ? List.of()
                        : List.of(
                                new LetterReason(
                                        "R3",
                                        zh
                                                ? "房屋买卖经纪的客户身份资料和交易记录，须从交易结束起保存十年。"
                                                : "Identity and transaction records of a brokered sale are kept for ten years from its end.",
                                        zh ? "《反洗钱法》第三十四条、第四十二条、第六十四条" : "Anti-Money Laundering Law, Art. 34, 42, 64"),
                                new LetterReason(
                                        "R5",
                                        zh
                                                ? "记录涉及尚未了结的争议 ZY-2026-0031。"
                                                : "The records belong to dispute ZY-2026-0031, which is still open.",
                                        "")),
                kind == LetterKind.CLOSED_FOR_MISSING_PROOF
                        ? (zh
                                ? List.of("身份证号后六位，或到任一门店出示证件")
                                : List.of("The last six characters of your identity number"))
                        : List.of(),
                note,
                new Remedies(
                        zh
                                ? "收到本答复后 30 日内，致电或来信个人信息保护负责人，由未经手本案的人员在 10 个工作日内答复。"
                                : "Within 30 days call or write to the privacy officer; somebody who has not touched the case answers within 10 working days.",
                        zh
                                ? List.of("上海市互联网信息办公室（12377）", "上海市房屋管理局（12345）")
                                : List.of(
                                        "Cyberspace Administration of Shanghai (12377)",
                                        "Shanghai Housing Administration Bureau (12345)")));
    }

    static List<LetterItem> items(Locale locale) {
        boolean zh = locale.getLanguage().equals("zh");
        return List.of(
                new LetterItem(
                        zh ? "看房需求、微信、子女信息" : "Viewing wishes, WeChat, children",
                        6,
                        ItemOutcome.DELETED,
                        "",
                        zh ? "《个人信息保护法》第四十七条第一款第一项" : "PIPL Art. 47(1)(1)",
                        null,
                        null),
                new LetterItem(
                        zh ? "带看评价" : "Ratings of viewings",
                        2,
                        ItemOutcome.ANONYMISED,
                        zh ? "只留下不能识别到您的统计数字" : "Only figures remain that cannot be traced to you",
                        "",
                        null,
                        null),
                new LetterItem(
                        zh ? "2026 年买卖合同与付款" : "Sale of 2026: contract and payments",
                        2,
                        ItemOutcome.STORAGE_ONLY,
                        zh ? "法律要求从交易结束起保存 10 年" : "The law demands ten years from the end of the deal",
                        zh ? "《反洗钱法》第三十四条、第四十二条、第六十四条；建房规〔2025〕2 号" : "Anti-Money Laundering Law, Art. 34, 42, 64",
                        LocalDate.of(2036, 3, 15),
                        LocalDate.of(2027, 12, 4)),
                new LetterItem(
                        zh ? "佣金沟通记录" : "Correspondence on the commission",
                        1,
                        ItemOutcome.HELD,
                        zh ? "因争议 ZY-2026-0031 封存" : "Sealed for dispute ZY-2026-0031",
                        "",
                        null,
                        null),
                new LetterItem(
                        zh ? "正在履行的租赁委托" : "Letting mandate now running",
                        1,
                        ItemOutcome.NOT_DELETED,
                        zh ? "履行您与我们正在履行的合同所必需" : "Needed to perform your contract, which is still running",
                        zh ? "《个人信息保护法》第十三条第一款第二项" : "PIPL Art. 13(1)(2)",
                        null,
                        LocalDate.of(2027, 6, 30)));
    }

    static List<LetterItem> manyItems(Locale locale, int count) {
        List<LetterItem> five = items(locale);
        List<LetterItem> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LetterItem item = five.get(i % five.size());
            many.add(new LetterItem(
                    (i + 1) + ". " + item.category(),
                    item.records(),
                    item.outcome(),
                    item.ground(),
                    item.legalSource(),
                    item.keptUntil(),
                    item.reviewOn()));
        }
        return many;
    }

    static CertificateContent certificate(Locale locale) {
        boolean zh = locale.getLanguage().equals("zh");
        return new CertificateContent(
                zh ? ZH_HEAD : EN_HEAD,
                VERIFICATION,
                "XH-2026-000117",
                "C-7F3A-91D2",
                zh
                        ? "《个人信息保护法》第四十七条第一款第一项、第三项（目的已实现；撤回同意）"
                        : "PIPL Art. 47(1)(1) and (3): purpose achieved, consent withdrawn",
                zh
                        ? "已检查：所列类别没有未届满的留存期限，也没有封存。"
                        : "Checked: no retention period is running and no seal lies on what is listed.",
                List.of(
                        new CertificateItem(
                                zh ? "看房需求" : "Viewing wishes", 4, zh ? "删除行，销毁密钥" : "rows deleted, key destroyed"),
                        new CertificateItem(
                                zh ? "联系方式（微信）" : "Contacts (WeChat)",
                                1,
                                zh ? "删除行和查找索引" : "row and look-up index deleted"),
                        new CertificateItem(zh ? "子女信息" : "Children", 1, zh ? "删除行和文件" : "row and files deleted")),
                List.of(
                        new SystemErasure(zh ? "内置信息库" : "Built-in vault", 6, Instant.parse("2026-12-04T06:30:09Z")),
                        new SystemErasure(zh ? "短信平台" : "SMS platform", 3, Instant.parse("2026-12-04T06:30:41Z"))),
                List.of(new DestroyedKey(
                        "5f0c7a52-3a0e-4f3f-9d3c-0c3f7e4d1b11", Instant.parse("2026-12-04T06:30:05Z"))),
                List.of(
                        new StaffMark(zh ? "审核人" : "Reviewer", zh ? "员工 0031" : "staff 0031"),
                        new StaffMark(zh ? "个人信息保护负责人" : "Privacy officer", zh ? "员工 0007" : "staff 0007")),
                new StaffMark(zh ? "系统" : "System", zh ? "自动执行" : "automatic"),
                Instant.parse("2026-12-04T06:30:00Z"),
                Instant.parse("2026-12-04T06:30:12Z"),
                Instant.parse("2026-12-04T06:31:00Z"),
                VerificationResult.ONLY_EXCEPTIONS_LEFT,
                "9f2c41d86b1e7a5530c4f2ab9e8d17c6b0aa45e1f3d29c887b61e05d4c3a7be0",
                LocalDate.of(2026, 12, 31),
                LocalDate.of(2027, 1, 8),
                new LogMark(
                        "shouxin.example/log",
                        41872,
                        "3b1f0c9a77d24e5586aa10b2c4d6e8f09182a3b4c5d6e7f8091a2b3c4d5e6f70",
                        Instant.parse("2026-12-04T06:30:58Z")),
                List.of(
                        zh
                                ? "依法留存的 2 条记录不在本证明范围内，见同案答复。"
                                : "Two records kept by law are outside this certificate; see the answer to the same case."),
                List.of());
    }

    public static void main(String[] args) throws IOException {
        PdfDocuments pdfs = new PdfDocuments();
        Path folder = Files.createDirectories(Path.of("target/documents"));
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            String language = locale.getLanguage();
            Files.write(folder.resolve("receipt-" + language + ".pdf"), pdfs.receipt(receipt(locale), locale));
            Files.write(
                    folder.resolve("receipt-ordinary-" + language + ".pdf"),
                    pdfs.receipt(ordinaryReceipt(locale), locale));
            Files.write(
                    folder.resolve("certificate-" + language + ".pdf"), pdfs.certificate(certificate(locale), locale));
            for (LetterKind kind : LetterKind.values()) {
                Files.write(
                        folder.resolve("letter-" + kind + "-" + language + ".pdf"),
                        pdfs.letter(letter(locale, kind), locale));
            }
            Files.write(
                    folder.resolve("letter-60-" + language + ".pdf"),
                    pdfs.letter(
                            letter(
                                    locale,
                                    LetterKind.SOMETHING_KEPT,
                                    manyItems(locale, 60),
                                    "𠮷田㛃 😀👩‍👧 Zoë Ångström\n" + "补充说明，".repeat(80)),
                            locale));
        }
    }
}
