package io.shouxin.record.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchNamesTest {

    private static final UUID PUDONG = UUID.randomUUID();
    private static final UUID XUHUI = UUID.randomUUID();

    private final BranchNames names = new BranchNames("信安居房产（示例）", Map.of(PUDONG, "浦东一店", XUHUI, "徐汇家政店"));

    @ParameterizedTest
    @ValueSource(strings = {"浦东一店", " 浦东 一店　", "浦东一", "浦东一分店", "信安居房产浦东一店", "信安居房产（示例）浦东一店", "信安居房产(示例) · 浦东一"})
    void a_branch_is_known_by_the_names_that_lists_give_it(String written) {
        assertThat(names.find(written)).contains(PUDONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"浦东", "浦东二店", "店", "信安居房产", "总部", ""})
    void what_is_no_name_of_a_branch_names_none(String written) {
        assertThat(names.find(written)).isEmpty();
    }

    @Test
    void a_short_name_that_fits_two_branches_names_none_and_their_full_names_do() {
        BranchNames alike = new BranchNames("", Map.of(PUDONG, "浦东店", XUHUI, "浦东分店"));
        assertThat(alike.find("浦东")).isEmpty();
        assertThat(alike.find("浦东店")).contains(PUDONG);
        assertThat(alike.find("浦东分店")).contains(XUHUI);
    }

    @Test
    void latin_names_are_compared_without_width_and_case() {
        assertThat(new BranchNames("", Map.of(PUDONG, "SOHO 店")).find("ｓｏｈｏ店")).contains(PUDONG);
    }
}
