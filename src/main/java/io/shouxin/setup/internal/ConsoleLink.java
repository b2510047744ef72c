package io.shouxin.setup.internal;

import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpLink;
import io.shouxin.shared.Texts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The link that begins the set-up, at every start without a firm. It goes straight to the console and past the log, which may be kept
 * and sent elsewhere; the secret stands behind a #, which browsers send to nobody (OWASP ASVS 14.2.1).
 */
@Component
class ConsoleLink implements SetUpLink {

    private final SetUpDoor door;
    private final ApplicationContext application;
    private final Consumer<String> console;

    ConsoleLink(SetUpDoor door, ApplicationContext application, ObjectProvider<SetUpConsole> console) {
        this.door = door;
        this.application = application;
        this.console = line -> console.getIfAvailable(() -> System.out::println).print(line);
    }

    @EventListener
    void started(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null
                && door.isOpen()) {
            print();
        }
    }

    @Override
    public void print() {
        String link = address() + "/setup#" + door.newSecret();
        long minutes = SetUpDoor.LIFE.toMinutes();
        console.accept(String.join(
                System.lineSeparator(),
                "",
                "=".repeat(72),
                Texts.chinese().get("setup.console", minutes),
                Texts.english().get("setup.console", minutes),
                "",
                "    " + link,
                "",
                "=".repeat(72),
                ""));
    }

    /** As whoever sits at this machine reaches it; another host only where the portal listens nowhere else. */
    private String address() {
        Environment environment = application.getEnvironment();
        int port = application instanceof ServletWebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : environment.getProperty("server.port", Integer.class, 8080);
        String scheme = environment.getProperty("server.ssl.enabled", Boolean.class, false) ? "https" : "http";
        return scheme + "://" + host(environment.getProperty("server.address")) + ":" + port;
    }

    private static String host(@Nullable String listensOn) {
        if (listensOn == null || listensOn.isBlank()) {
            return "localhost";
        }
        try {
            InetAddress address = InetAddress.getByName(listensOn);
            return address.isLoopbackAddress() || address.isAnyLocalAddress() ? "localhost" : listensOn;
        } catch (UnknownHostException e) {
            return listensOn;
        }
    }
}
