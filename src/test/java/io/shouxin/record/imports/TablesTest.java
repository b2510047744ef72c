package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.DealType;
import io.shouxin.shared.Sector;
import io.shouxin.shared.Texts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables that ship: complete, and labelled in both languages. */
class TablesTest {

    private static final List<Texts> LANGUAGES = List.of(Texts.chinese(), Texts.english());

    private static List<String> keys(Texts texts) {
        return texts.keys().stream().filter(key -> key.startsWith("imports.")).toList();
    }

    @Test
    void both_bundles_have_the_same_keys() {
        assertThat(keys(Texts.english())).isNotEmpty().isEqualTo(keys(Texts.chinese()));
    }

    @Test
    void every_problem_reason_field_and_enum_has_a_text() {
        for (Texts texts : LANGUAGES) {
            assertThat(Stream.of(ProblemCode.values()).map(ProblemCode::textKey))
                    .allMatch(texts::has);
            assertThat(Stream.of(UnreadableFile.Reason.values()).map(reason -> "imports.unreadable." + reason))
                    .allMatch(texts::has);
            assertThat(FieldCatalogue.standard().codes()).allMatch(field -> texts.has("imports.field." + field));
            Stream.of(
                            Category.values(),
                            Classification.values(),
                            PersonRole.values(),
                            DealType.values(),
                            Severity.values())
                    .flatMap(Stream::of)
                    .forEach(constant ->
                            assertThat(texts.label((Enum<?>) constant)).doesNotStartWith("!"));
        }
    }

    @Test
    void every_alias_means_a_field_of_the_catalogue() {
        assertThat(CsvResource.read("column-aliases.csv"))
                .allMatch(row -> FieldCatalogue.standard().knows(new FieldCode(row.getField("field"))));
    }

    @Test
    void only_what_identifies_or_reaches_a_person_belongs_to_all_their_deals() {
        assertThat(Category.values())
                .filteredOn(CategoryCatalogue.standard()::isOfThePerson)
                .containsExactlyInAnyOrder(
                        Category.IDENTITY, Category.IDENTITY_IMAGE, Category.CONTACT, Category.ADDRESS);
    }

    @Test
    void labels_of_derived_fields_name_their_field() {
        assertThat(FieldLabels.label(Texts.chinese(), "PHONE_2")).isEqualTo("手机号 2");
        assertThat(FieldLabels.label(Texts.chinese(), "PHONE_AS_WRITTEN")).isEqualTo("手机号（原文）");
        assertThat(FieldLabels.label(Texts.english(), "UNKNOWN_7")).isEqualTo("Column not recognised 7");
    }

    @Test
    void the_law_decides_the_classes_that_are_easily_got_wrong() {
        FieldCatalogue catalogue = FieldCatalogue.standard();
        assertThat(catalogue
                        .definition(new FieldCode("ID_NUMBER"), Sector.BROKERAGE)
                        .classification())
                .isEqualTo(Classification.POLICY_SENSITIVE);
        assertThat(catalogue
                        .definition(new FieldCode("ID_PHOTO"), Sector.BROKERAGE)
                        .classification())
                .isEqualTo(Classification.STATUTORY_SENSITIVE);
        assertThat(catalogue
                        .definition(new FieldCode("ENDED_ON"), Sector.HOUSEKEEPING)
                        .category())
                .isEqualTo(Category.SERVICE);
        assertThat(catalogue
                        .definition(new FieldCode("ENDED_ON"), Sector.BROKERAGE)
                        .category())
                .isEqualTo(Category.TRANSACTION);
    }
}
