package io.shouxin;

import io.shouxin.operation.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the portal: one jar that serves one controller (个人信息处理者), see {@code docs/adr}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ShouxinApplication {

    public static void main(String[] args) {
        if (Commands.meant(args)) {
            System.exit(Commands.run(ShouxinApplication.class, args));
        }
        SpringApplication.run(ShouxinApplication.class, args);
    }
}
