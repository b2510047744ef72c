package io.shouxin.identity;

import io.shouxin.notification.MessageChannel;
import io.shouxin.testing.SetClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test sets, and a channel that sends nothing. */
@TestConfiguration
class IdentityStage {

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock();
    }

    @Bean
    MessageChannel channel() {
        return (phone, text) -> {};
    }
}
