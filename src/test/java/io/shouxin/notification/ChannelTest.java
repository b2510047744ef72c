package io.shouxin.notification;

import io.shouxin.ShouxinApplication;
import io.shouxin.spine.TestFirm;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole application with channels that a test sets up; no channel is built in. All such tests share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ShouxinApplication.class)
@Import({TestFirm.class, ChannelStage.class})
public @interface ChannelTest {}
