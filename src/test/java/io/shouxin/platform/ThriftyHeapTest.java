package io.shouxin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ThriftyHeapTest {

    @Test
    void after_the_start_the_heap_keeps_less_than_half_of_itself_free_and_is_looked_at_when_idle() {
        new ThriftyHeap().begin();
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        assertThat(machine.getVMOption("MaxHeapFreeRatio").getValue()).isEqualTo("40");
        assertThat(machine.getVMOption("G1PeriodicGCInterval").getValue()).isEqualTo("20000");
    }
}
