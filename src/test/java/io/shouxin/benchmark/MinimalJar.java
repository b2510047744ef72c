package io.shouxin.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import minimal.MinimalApplication;
import minimal.MinimalPage;

/** Packs the minimal application like the product: the product's own jar with its classes and resources taken out. */
final class MinimalJar {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String PAGES = CLASSES + "META-INF/VAADIN/";
    private static final String SETTINGS = """
            spring.flyway.enabled=false
            spring.main.banner-mode=off
            server.address=127.0.0.1
            vaadin.productionMode=true
            vaadin.allowed-packages=com.vaadin,minimal
            camunda.bpm.deployment-resource-pattern=classpath*:processes/**/*.bpmn
            """;
    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="minimal"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions">
              <process id="minimal" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/><sequenceFlow id="flow" sourceRef="start" targetRef="end"/><endEvent id="end"/>
              </process>
            </definitions>
            """;

    private MinimalJar() {}

    static Path of(Path product, Path directory) throws IOException {
        Path target = directory.resolve("minimal.jar");
        try (JarFile source = new JarFile(product.toFile())) {
            Manifest manifest = new Manifest(source.getManifest());
            manifest.getMainAttributes().put(new Attributes.Name("Start-Class"), MinimalApplication.class.getName());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(target), manifest)) {
                for (Enumeration<JarEntry> entries = source.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (belongsToBoth(entry.getName())) {
                        copy(source, entry, out);
                    }
                }
                for (Class<?> type : List.of(MinimalApplication.class, MinimalPage.class)) {
                    String file = type.getName().replace('.', '/') + ".class";
                    try (InputStream code = type.getResourceAsStream("/" + file)) {
                        add(out, CLASSES + file, code.readAllBytes());
                    }
                }
                add(out, CLASSES + "application.properties", SETTINGS.getBytes(StandardCharsets.UTF_8));
                add(out, CLASSES + "processes/minimal.bpmn", PROCESS.getBytes(StandardCharsets.UTF_8));
            }
        }
        return target;
    }

    /** Libraries, loader and the built pages; the repackaging leaves the product's own META-INF where the jar begins. */
    private static boolean belongsToBoth(String name) {
        if (name.startsWith("META-INF/")) {
            return name.startsWith("META-INF/VAADIN/") || name.startsWith("META-INF/services/");
        }
        return !name.startsWith(CLASSES) || name.equals(CLASSES) || name.startsWith(PAGES);
    }

    /** Keeps the size and checksum: libraries must lie in the jar uncompressed. */
    private static void copy(JarFile source, JarEntry entry, JarOutputStream out) throws IOException {
        JarEntry copy = new JarEntry(entry.getName());
        copy.setMethod(entry.getMethod());
        if (entry.getMethod() == JarEntry.STORED) {
            copy.setSize(entry.getSize());
            copy.setCompressedSize(entry.getSize());
            copy.setCrc(entry.getCrc());
        }
        out.putNextEntry(copy);
        try (InputStream content = source.getInputStream(entry)) {
            content.transferTo(out);
        }
        out.closeEntry();
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
