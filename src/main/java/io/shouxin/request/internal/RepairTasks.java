package io.shouxin.request.internal;

import io.shouxin.deadline.Clocks;
import io.shouxin.shared.Actor;
import io.shouxin.shared.Role;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tasks that call for a look at a machine's failure and a try again; both go to the privacy officer. */
@Configuration(proxyBeanMethods = false)
class RepairTasks {

    /** After an erasure something was still there: a hold placed meanwhile, or a system that failed. */
    @Bean
    CaseTask erasureFailedTask(Requests requests, Clocks clocks) {
        return new Retry("erasure-failed", requests, clocks);
    }

    /** A step failed again and again and was parked. */
    @Bean
    CaseTask technicalIncidentTask(Requests requests, Clocks clocks) {
        return new Retry("technical-incident", requests, clocks);
    }

    private static final class Retry extends CaseTask {

        private final String key;

        Retry(String key, Requests requests, Clocks clocks) {
            super(requests, clocks);
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public Role candidate() {
            return Role.PRIVACY_OFFICER;
        }

        @Override
        public Map<String, String> decide(UUID caseId, Map<String, Object> fields, Actor actor) {
            return Map.of("outcome", "RETRY");
        }
    }
}
