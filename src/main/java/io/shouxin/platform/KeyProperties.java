package io.shouxin.platform;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the wrapping key lies and how long its epochs last.
 *
 * @param file the file of the wrapping keys, outside the database and its backups
 * @param epoch how long one wrapping key is used
 * @param backupWindow how long the firm keeps backups; an old wrapping key is destroyed that long after its last use
 */
@ConfigurationProperties("shouxin.keys")
public record KeyProperties(
        @DefaultValue("${shouxin.data:./data}/secrets/wrapping-keys.json")
        Path file,

        @DefaultValue("7d") Duration epoch,
        @DefaultValue("30d") Duration backupWindow) {}
