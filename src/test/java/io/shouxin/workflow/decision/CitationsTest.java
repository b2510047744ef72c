package io.shouxin.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.shared.Citations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whoever reads English reads the law's name and article in English, whichever table cites it. */
class CitationsTest {

    static final List<String> TABLES = TableFile.ALL;

    @ParameterizedTest
    @FieldSource("TABLES")
    void every_source_of_every_table_has_its_english(String id) {
        assertThat(sources(id)).isNotEmpty().allSatisfy(source -> {
            assertThat(Citations.isKnown(source)).as(source).isTrue();
            assertThat(Citations.in(source, Locale.ENGLISH)).isNotBlank().doesNotContainPattern("\\p{IsHan}|[（）；、]");
            assertThat(Citations.in(source, Locale.SIMPLIFIED_CHINESE)).isEqualTo(source);
        });
    }

    @Test
    void nothing_is_translated_that_no_table_cites() throws IOException {
        Set<String> cited = TABLES.stream()
                .flatMap(id -> sources(id).stream())
                .flatMap(source -> List.of(source.split("；")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        try (InputStream in = CitationsTest.class.getResourceAsStream("/laws/citations-en.tsv")) {
            List<String[]> rows = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .toList();
            assertThat(rows).allMatch(columns -> columns.length == 3 && columns[2].matches("MH|I"));
            assertThat(rows).extracting(columns -> columns[0]).containsExactlyElementsOf(cited);
        }
    }

    @Test
    void several_laws_are_cited_one_after_the_other_and_an_unknown_one_keeps_its_own_name() {
        assertThat(Citations.in("个人信息保护法第 69 条；民法典第 188 条", Locale.ENGLISH))
                .isEqualTo("Personal Information Protection Law, Art. 69; Civil Code, Art. 188");
        assertThat(Citations.in("个人信息保护法第 69 条；某地条例第 1 条", Locale.ENGLISH))
                .isEqualTo("Personal Information Protection Law, Art. 69; 某地条例第 1 条");
    }

    private static Set<String> sources(String id) {
        TableFile file = TableFile.read(id);
        String column = id.equals("refusal-reasons") ? "legalSource" : "source";
        return file.rules().stream()
                .map(rule -> file.output(rule, column))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
