package io.shouxin.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where erasures are recorded outside the database.
 *
 * @param file of which a copy is to be kept elsewhere; nodes of one installation may share it
 */
@ConfigurationProperties("shouxin.ledger")
public record LedgerProperties(
        @DefaultValue("${shouxin.data:./data}/ledger/erasures.jsonl")
        Path file) {}
