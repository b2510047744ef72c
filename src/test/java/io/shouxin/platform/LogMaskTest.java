package io.shouxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogMaskTest {

    @Test
    void what_looks_personal_is_replaced_wherever_it_stands() {
        assertThat(LogMask.masked("客户 13800010001 不存在")).isEqualTo("客户 *** 不存在");
        assertThat(LogMask.masked("to +86 138 0001 0001, cc li.si@example.com")).isEqualTo("to ***, cc ***");
        assertThat(LogMask.masked("Key (id)=(11010119800101123X) exists")).isEqualTo("Key (id)=(***) exists");
        assertThat(LogMask.masked("call 021-55500100")).isEqualTo("call ***");
    }

    @Test
    void ids_times_numbers_of_cases_and_of_processes_stay() {
        for (String kept : new String[] {
            "Case SC-2026-000123 was erased",
            "Import 6f9619ff-8b86-4011-b42d-00c04fc964ff was interrupted",
            "key 13800010001138000100",
            "2026-11-22T18:00:00.123Z process 13800 port 54321",
            "io.shouxin.record.internal.ImportRunner.run(ImportRunner.java:139)"
        }) {
            assertThat(LogMask.masked(kept)).isEqualTo(kept);
        }
    }
}
