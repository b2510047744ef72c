package io.shouxin.benchmark;

import io.shouxin.document.CertificateContent;
import io.shouxin.document.LetterContent;
import io.shouxin.document.PdfDocuments;
import io.shouxin.document.ReceiptContent;
import io.shouxin.inbox.TaskLedger;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.TaskScheduler;

/** What is taken out of the measurement: the rendering of PDFs, background work, and the inbox on the floor's side. */
@Configuration(proxyBeanMethods = false)
@Profile("benchmark")
class BenchmarkBeans {

    private static final byte[] DOCUMENT = "%PDF-1.7 a document".repeat(500).getBytes(StandardCharsets.US_ASCII);

    @Bean
    @Primary
    PdfDocuments documentsApart() {
        return new PdfDocuments() {
            @Override
            public byte[] receipt(ReceiptContent content, Locale locale) {
                return DOCUMENT.clone();
            }

            @Override
            public byte[] letter(LetterContent content, Locale locale) {
                return DOCUMENT.clone();
            }

            @Override
            public byte[] certificate(CertificateContent content, Locale locale) {
                return DOCUMENT.clone();
            }
        };
    }

    /** Nothing runs by the clock: the benchmark itself lets the sequencer run, on the product's time. */
    @Bean
    TaskScheduler taskScheduler() {
        return (TaskScheduler) Proxy.newProxyInstance(
                TaskScheduler.class.getClassLoader(),
                new Class<?>[] {TaskScheduler.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> "no scheduler";
                    default -> null;
                });
    }

    @Bean
    @Primary
    SwitchedLedger switchedLedger(@Qualifier("jdbcTaskLedger") TaskLedger inbox) {
        return new SwitchedLedger(inbox);
    }

    /** Keeps the floor's user tasks out of the inbox. */
    static final class SwitchedLedger implements TaskLedger {

        private final TaskLedger inbox;
        private volatile boolean floor;

        SwitchedLedger(TaskLedger inbox) {
            this.inbox = inbox;
        }

        void floor(boolean on) {
            floor = on;
        }

        @Override
        public void opened(String engineTask, String kind, UUID caseId) {
            if (!floor) {
                inbox.opened(engineTask, kind, caseId);
            }
        }

        @Override
        public void decided(String engineTask, UUID by) {
            inbox.decided(engineTask, by);
        }

        @Override
        public void closed(String engineTask) {
            if (!floor) {
                inbox.closed(engineTask);
            }
        }
    }
}
