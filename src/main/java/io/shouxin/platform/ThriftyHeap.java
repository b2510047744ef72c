package io.shouxin.platform;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives memory back to the machine while nobody uses the portal (JEP 346). Without it the JVM keeps all that its start took, and
 * the more memory a machine has, the more that is: {@code java -jar} alone would idle at nearly a gigabyte. What an operator
 * sets on the command line stays.
 */
@Component
class ThriftyHeap {

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine != null) {
            set(machine, "MinHeapFreeRatio", "20");
            set(machine, "MaxHeapFreeRatio", "40");
            set(machine, "G1PeriodicGCInterval", "20000");
        }
    }

    private static void set(HotSpotDiagnosticMXBean machine, String option, String value) {
        try {
            VMOption current = machine.getVMOption(option);
            if (current.isWriteable() && current.getOrigin() == VMOption.Origin.DEFAULT) {
                machine.setVMOption(option, value);
            }
        } catch (IllegalArgumentException unknown) {
            // another JVM or a later one that has no such option: it then manages its heap as it thinks best
        }
    }
}
