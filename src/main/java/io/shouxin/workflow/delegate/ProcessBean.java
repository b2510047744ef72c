package io.shouxin.workflow.delegate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Lets an expression in a model name this bean. No other bean can be reached from an expression: the engine's expression
 * language has had remote-code holes that its community edition does not get fixed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface ProcessBean {

    /** The element's id in camel case, e.g. {@code restrictProcessing} for {@code restrict-processing}. */
    @AliasFor(annotation = Component.class)
    String value();
}
