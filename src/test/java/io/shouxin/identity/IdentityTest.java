package io.shouxin.identity;

import io.shouxin.ShouxinApplication;
import io.shouxin.spine.TestFirm;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application on PostgreSQL with a clock that the test sets. All such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ShouxinApplication.class)
@Import({TestFirm.class, IdentityStage.class})
public @interface IdentityTest {}
