package io.shouxin.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"letter-zh", "receipt-en", "interim-1-zh", "interim-12-en"})
    void a_name_is_read_as_it_is_written_and_fits_into_an_address(String name) {
        assertThat(DocumentName.read(name))
                .hasValueSatisfying(read -> assertThat(read).hasToString(name));
        assertThat(name).matches(DocumentName.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "letter", "letter-fr", "interim-0-zh", "interim--zh", "../letter-zh", "Letter-zh"})
    void anything_else_names_no_document(String name) {
        assertThat(DocumentName.read(name)).isEmpty();
        assertThat(name).doesNotMatch(DocumentName.PATTERN);
    }

    @Test
    void the_round_of_a_letter_tells_one_closing_from_the_next() {
        assertThat(DocumentName.read("interim-2-zh")).contains(new DocumentName(DocumentName.INTERIM_LETTER, 2, "zh"));
    }
}
