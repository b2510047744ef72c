package io.shouxin.document;

import static io.shouxin.document.PdfText.squeezed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import io.shouxin.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfDocumentsTest {

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;
    private static final Locale EN = Locale.ENGLISH;
    private static final PdfDocuments PDFS = new PdfDocuments();

    @Test
    void a_receipt_says_number_promised_date_and_what_happens_next() {
        byte[] pdf = PDFS.receipt(DocumentSamples.receipt(ZH), ZH);

        assertThat(PdfText.pages(pdf)).isEqualTo(1);
        assertContains(
                pdf,
                "受理回执",
                "SC-2026-000482",
                "我们承诺最晚 2026 年 12 月 14 日（周一）答复",
                "2026 年 11 月 23 日 09:12",
                "专员逐条审核您的记录。",
                "https://portal.example/track");
    }

    @Test
    void the_receipt_of_an_ordinary_case_is_one_page_in_both_languages() {
        assertThat(PdfText.pages(PDFS.receipt(DocumentSamples.ordinaryReceipt(ZH), ZH)))
                .isEqualTo(1);
        assertThat(PdfText.pages(PDFS.receipt(DocumentSamples.ordinaryReceipt(EN), EN)))
                .isEqualTo(1);
    }

    @Test
    void what_is_deleted_is_not_kept_until_a_day() {
        LocalDate day = LocalDate.of(2036, 3, 15);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LetterItem("看房需求", 1, ItemOutcome.DELETED, "", "", day, null));
    }

    @Test
    void a_receipt_makes_up_no_hour_where_only_the_day_is_known() {
        ReceiptContent content = DocumentSamples.receipt(ZH, Instant.parse("2026-05-05T16:00:00Z"));
        assertThat(PdfText.of(PDFS.receipt(content, ZH)))
                .contains(PdfText.squeezed("2026 年 5 月 6 日"))
                .doesNotContain("00:00");
    }

    @Test
    void an_english_receipt_is_english() {
        byte[] pdf = PDFS.receipt(DocumentSamples.receipt(EN), EN);

        assertContains(pdf, "We promise to answer by Monday, 14 December 2026", "What happens next");
    }

    @Test
    void a_letter_decides_each_category_and_names_every_way_to_disagree() {
        byte[] pdf = PDFS.letter(DocumentSamples.letter(ZH, LetterKind.SOMETHING_KEPT), ZH);

        assertContains(
                pdf,
                "王女士：",
                "收到日期 2026 年 11 月 23 日",
                "答复日期 2026 年 12 月 4 日",
                "2026 年买卖合同与付款",
                "■ 只存不用",
                "2036-03-15",
                "复核日 2027-12-04",
                "“只存不用”是指",
                "“封存”是指",
                "要求本机构复查",
                "上海市互联网信息办公室",
                "依法向人民法院提起诉讼（个人信息保护法第 50 条第 2 款）。");
    }

    @Test
    void an_english_letter_says_the_same() {
        byte[] pdf = PDFS.letter(DocumentSamples.letter(EN, LetterKind.SOMETHING_KEPT), EN);

        assertContains(
                pdf,
                "Dear Ms Wang,",
                "Received on 23 November 2026",
                "■ Storage only",
                "Review on 2027-12-04",
                "Bring an action before a people's court",
                "Cyberspace Administration of Shanghai (12377)");
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_letter_has_its_words_in_both_languages(LetterKind kind) {
        String chinese = PdfText.of(PDFS.letter(DocumentSamples.letter(ZH, kind), ZH));
        String english = PdfText.of(PDFS.letter(DocumentSamples.letter(EN, kind), EN));

        assertThat(chinese).doesNotContain("!document").contains(squeezed("依法向人民法院提起诉讼"));
        assertThat(english).doesNotContain("!document").contains(squeezed("people's court"));
        assertThat(english).doesNotContainPattern("\\p{IsHan}(?<!信)");
    }

    @Test
    void a_letter_about_nothing_deleted_claims_no_other_keeping_and_no_certificate() {
        String chinese =
                PdfText.of(PDFS.letter(DocumentSamples.letter(ZH, LetterKind.NO_DATA_HELD, List.of(), null), ZH));
        assertThat(chinese)
                .contains(squeezed("本案的案卷（编号和答复）保存到"))
                .doesNotContain(squeezed("我们只保留本案的案卷"), squeezed("答复和证明"));
    }

    @Test
    void a_stranger_is_not_told_that_an_identity_was_checked() {
        LetterContent verified = DocumentSamples.letter(ZH, LetterKind.NO_DATA_HELD);
        CaseFacts facts = verified.facts();
        LetterContent unverified = new LetterContent(
                verified.letterhead(),
                verified.verification(),
                verified.kind(),
                verified.addressee(),
                new CaseFacts(
                        facts.caseNumber(),
                        facts.requestType(),
                        facts.receivedOn(),
                        facts.decidedOn(),
                        null,
                        null,
                        null,
                        facts.caseFileKeptUntil(),
                        facts.caseFileSource()),
                List.of(),
                List.of(),
                List.of(),
                null,
                verified.remedies());
        assertThat(PdfText.of(PDFS.letter(verified, ZH))).contains("按核验过的身份");
        assertThat(PdfText.of(PDFS.letter(unverified, ZH)))
                .contains("按您提供的姓名和联系方式")
                .doesNotContain("核验过的身份");
    }

    @Test
    void a_draft_says_on_every_page_that_it_was_not_sent_and_has_nothing_to_check() {
        LetterContent issued = DocumentSamples.letter(ZH, LetterKind.SOMETHING_KEPT);
        LetterContent draft = new LetterContent(
                issued.letterhead(),
                null,
                issued.kind(),
                issued.addressee(),
                issued.facts(),
                issued.items(),
                issued.reasons(),
                issued.missingProof(),
                issued.note(),
                issued.remedies());
        String shown = PdfText.of(PDFS.letter(draft, ZH));
        assertThat(shown).contains("共2页").doesNotContain("验证码K7QM", "/verify/");
        assertThat(shown.split("草稿·尚未发出", -1)).as("once on each of two pages").hasSize(3);
        assertThat(PdfText.of(PDFS.letter(issued, ZH))).doesNotContain("草稿");
    }

    @Test
    void a_letter_without_storage_only_does_not_explain_it() {
        byte[] pdf = PDFS.letter(DocumentSamples.letter(ZH, LetterKind.NOTHING_KEPT), ZH);

        assertThat(PdfText.of(pdf)).doesNotContain("只存不用").doesNotContain("封存");
    }

    @Test
    void a_certificate_proves_without_repeating_what_was_erased() {
        byte[] pdf = PDFS.certificate(DocumentSamples.certificate(ZH), ZH);

        assertContains(
                pdf,
                "个人信息删除证明",
                "共删除 6 条信息：2 个系统中的 9 行数据；销毁 1 把密钥。",
                "5f0c7a52-3a0e-4f3f-9d3c-0c3f7e4d1b11",
                "个人信息保护负责人 · 员工 0007",
                "2026-12-04 14:30:12",
                "销毁时间",
                "2026-12-04 14:30:05",
                "复查时间 2026-12-04 14:30:41",
                "2026 年 12 月 31 日；换下的主密钥在备份保存期过后销毁。",
                "自 2027 年 1 月 8 日起，任何备份都不能恢复这些信息。",
                "9f2c41d8 6b1e7a55 30c4f2ab 9e8d17c6 b0aa45e1 f3d29c88 7b61e05d 4c3a7be0",
                "本软件在删除后重新搜索各系统，2026-12-04 14:30:41 完成；无人到场监销。",
                "本证明签发前最近一次签名的状态：shouxin.example/log，共 41872 条，2026-12-04 14:30:58 签名。",
                "当时尚未签名的本次删除记录，在其后的状态中。根哈希：",
                "3b1f0c9a 77d24e55 86aa10b2 c4d6e8f0 9182a3b4 c5d6e7f8 091a2b3c 4d5e6f70",
                "依法留存的 2 条记录不在本证明范围内");
    }

    @Test
    void what_a_destroyed_key_means_stands_with_its_heading_and_the_first_key_wherever_the_page_ends() {
        for (Locale locale : List.of(ZH, EN)) {
            CertificateContent sample = DocumentSamples.certificate(locale);
            for (int systems = 1; systems <= 14; systems++) {
                List<String> pages = PdfText.byPage(PDFS.certificate(
                        withSystems(
                                sample,
                                Collections.nCopies(systems, sample.systems().get(0))),
                        locale));
                assertThat(pages)
                        .as("%s, %s systems", locale, systems)
                        .anyMatch(page -> Stream.of("document.certificate.keys", "document.certificate.keysMean")
                                        .map(key -> squeezed(Texts.of(locale).get(key))
                                                .replace('’', '\''))
                                        .allMatch(page::contains)
                                && page.contains(sample.keys().get(0).keyId()));
            }
        }
    }

    private static CertificateContent withSystems(CertificateContent of, List<SystemErasure> systems) {
        return new CertificateContent(
                of.letterhead(),
                of.verification(),
                of.number(),
                of.caseReference(),
                of.legalGround(),
                of.holdCheck(),
                of.items(),
                systems,
                of.keys(),
                of.approvers(),
                of.executor(),
                of.startedAt(),
                of.endedAt(),
                of.issuedAt(),
                of.result(),
                of.manifestHash(),
                of.wrappingKeyEndsOn(),
                of.backupsUnusableFrom(),
                of.log(),
                of.exceptions(),
                of.confirmations());
    }

    @Test
    void an_english_certificate_counts_in_the_singular_and_the_plural() {
        byte[] pdf = PDFS.certificate(DocumentSamples.certificate(EN), EN);

        assertContains(pdf, "6 records deleted: 9 rows in 2 systems; 1 key destroyed.");
    }

    @Test
    void no_document_holds_a_number_that_was_not_passed_in() {
        CertificateContent content = DocumentSamples.certificate(EN);
        String given = squeezed(content.toString());
        Matcher numbers = Pattern.compile("\\d{5,}").matcher(PdfText.spaced(PDFS.certificate(content, EN)));

        assertThat(numbers.results()).isNotEmpty().allSatisfy(number -> assertThat(given)
                .contains(number.group()));
    }

    @Test
    void nothing_of_one_letter_is_found_in_the_next() {
        PDFS.letter(DocumentSamples.letter(EN, LetterKind.CANCELLED, List.of(), "Canary Quill 13800138000"), EN);

        byte[] next = PDFS.letter(DocumentSamples.letter(EN, LetterKind.CANCELLED, List.of(), "plain"), EN);

        assertThat(PdfText.of(next)).contains("plain").doesNotContain("Canary").doesNotContain("13800138000");
    }

    @Test
    void sixty_rows_fill_several_pages_each_numbered_and_each_with_its_code() {
        byte[] pdf = PDFS.letter(
                DocumentSamples.letter(ZH, LetterKind.SOMETHING_KEPT, DocumentSamples.manyItems(ZH, 60), null), ZH);
        int pages = PdfText.pages(pdf);

        assertThat(pages).isBetween(4, 8);
        String text = PdfText.of(pdf);
        for (int page = 1; page <= pages; page++) {
            assertThat(text).contains(squeezed("第 " + page + " 页，共 " + pages + " 页"));
        }
        assertThat(text.split("K7QM-2FXA-90BD", -1)).hasSizeGreaterThanOrEqualTo(pages + 1);
        assertThat(text.split("理由和依据保留至", -1))
                .as("the head of the table is repeated")
                .hasSizeGreaterThan(3);
    }

    @Test
    void a_rare_character_is_printed_and_one_without_a_glyph_is_named() {
        byte[] pdf = PDFS.letter(
                DocumentSamples.letter(ZH, LetterKind.CANCELLED, List.of(), "㛃先生，𠮷先生，😀，Zoe\u0308，\ud842。"), ZH);

        assertContains(pdf, "㛃先生", "[U+20BB7]先生", "Zoë", "[U+D842]");
        assertThat(PdfText.of(pdf)).as("an emoji of the second font").contains("😀");
    }

    @Test
    void marks_that_turn_text_round_are_left_out() {
        byte[] pdf =
                PDFS.letter(DocumentSamples.letter(ZH, LetterKind.CANCELLED, List.of(), "甲\u202e乙\u200b丙\u0007丁"), ZH);

        assertContains(pdf, "甲乙丙丁");
    }

    @Test
    void a_note_of_a_million_characters_is_cut_and_says_so() {
        LetterContent content = DocumentSamples.letter(ZH, LetterKind.CANCELLED, List.of(), "字".repeat(1_000_000));

        byte[] pdf = PDFS.letter(content, ZH);

        assertContains(pdf, "（内容过长，此处省略 992,000 个字，全文见案卷）");
    }

    @Test
    void a_million_characters_without_a_space_in_every_place_do_not_break_it() {
        String endless = "x".repeat(1_000_000);
        LetterItem item = new LetterItem(endless, 1, ItemOutcome.STORAGE_ONLY, endless, endless, null, null);

        byte[] pdf = PDFS.letter(
                DocumentSamples.letter(EN, LetterKind.SOMETHING_KEPT, List.of(item, item), "line\n".repeat(200_000)),
                ZH);

        assertThat(PdfText.pages(pdf)).isLessThan(80);
    }

    @Test
    void the_file_names_its_language_title_and_date_of_issue() throws Exception {
        try (PdfReader reader = new PdfReader(PDFS.letter(DocumentSamples.letter(ZH, LetterKind.CANCELLED), ZH))) {
            assertThat(reader.getCatalog().getAsString(PdfName.LANG).toUnicodeString())
                    .isEqualTo("zh-CN");
            assertThat(reader.getInfo().get("Title")).isEqualTo("关于“删除个人信息”申请的答复 SC-2026-000482");
            assertThat(reader.getInfo().get("Author")).isEqualTo("安居某某房产经纪有限公司");
            assertThat(reader.getInfo().get("CreationDate")).startsWith("D:20261204");
        }
    }

    @Test
    void fonts_are_embedded_as_subsets() {
        byte[] pdf = PDFS.letter(DocumentSamples.letter(ZH, LetterKind.SOMETHING_KEPT), ZH);

        assertThat(pdf).hasSizeLessThan(250_000);
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .contains("NotoSansSC")
                .contains("/FontFile2");
    }

    @Test
    void many_threads_can_draw_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<String>> jobs = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                jobs.add(() -> PdfText.of(PDFS.letter(DocumentSamples.letter(ZH, LetterKind.SOMETHING_KEPT), ZH)));
            }
            String expected = PdfText.of(PDFS.letter(DocumentSamples.letter(ZH, LetterKind.SOMETHING_KEPT), ZH));
            for (Future<String> result : threads.invokeAll(jobs)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_refusal_without_reasons_is_refused() {
        LetterContent refused = DocumentSamples.letter(ZH, LetterKind.REFUSED);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LetterContent(
                        refused.letterhead(),
                        refused.verification(),
                        LetterKind.REFUSED,
                        refused.addressee(),
                        refused.facts(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        refused.remedies()))
                .withMessageContaining("PIPL 50");
    }

    @Test
    void a_kept_category_without_a_ground_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new LetterItem("合同", 1, ItemOutcome.STORAGE_ONLY, " ", "", LocalDate.of(2036, 1, 1), null));
    }

    private static void assertContains(byte[] pdf, String... sentences) {
        String text = PdfText.of(pdf);
        for (String sentence : sentences) {
            assertThat(text).contains(squeezed(sentence));
        }
    }
}
