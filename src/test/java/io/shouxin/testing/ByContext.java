package io.shouxin.testing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Lets test classes that share an application context run one after the other: a context takes ten seconds to start, and only
 * some are kept. Which context a class asks for is told by its annotations; plain tests come first, so that a broken rule is
 * known before the first context stands. Named in {@code junit-platform.properties}.
 */
public final class ByContext implements ClassOrderer {

    private static final Comparator<ClassDescriptor> ORDER = Comparator.comparing(
                    (ClassDescriptor test) -> context(test.getTestClass()))
            .thenComparing(test -> test.getTestClass().getName());

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(ORDER);
    }

    private static String context(Class<?> test) {
        return Arrays.stream(test.getAnnotations())
                .filter(annotation -> isOfContext(annotation.annotationType()))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining());
    }

    private static boolean isOfContext(Class<?> annotation) {
        return annotation.getName().startsWith("org.springframework.")
                || Arrays.stream(annotation.getAnnotations())
                        .anyMatch(meta -> meta.annotationType().getName().startsWith("org.springframework."));
    }
}
