package minimal;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Web, data, security, engine and pages, each as its starter sets it up. It lies outside the product's package so that neither
 * the product nor its tests find it by scanning.
 */
@SpringBootApplication
public class MinimalApplication {

    public static void main(String[] args) {
        SpringApplication.run(MinimalApplication.class, args);
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/").permitAll());
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> {});
        return http.build();
    }
}
