package io.shouxin.setup;

import io.shouxin.ShouxinApplication;
import io.shouxin.setup.internal.SetUpStage;
import io.shouxin.spine.TestFirm;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application on a database of its own, whose branches a test may close. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ShouxinApplication.class, properties = "shouxin.testing.stage=firm")
@Import({TestFirm.class, SetUpStage.class})
public @interface FirmStage {}
