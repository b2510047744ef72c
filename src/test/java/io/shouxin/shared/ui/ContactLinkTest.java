package io.shouxin.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactLinkTest {

    @ParameterizedTest
    @CsvSource({
        "021-5550 0100, tel:02155500100",
        "+86 21 5550 0100, tel:+862155500100",
        "021-55500100 转 8, 'tel:02155500100,8'",
        "(021) 5550 0100, tel:02155500100",
        "021-55500100 / 13800138000, tel:02155500100",
    })
    void a_number_is_called_as_it_is_dialled_and_shown_as_it_is_written(String written, String href) {
        ContactLink link = ContactLink.phone(written);
        assertThat(link.getHref()).isEqualTo(href);
        assertThat(link.getText()).isEqualTo(written);
    }
}
