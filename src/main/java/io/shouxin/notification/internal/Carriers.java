package io.shouxin.notification.internal;

import io.shouxin.notification.AliyunSettings;
import io.shouxin.notification.ChannelSettings;
import io.shouxin.notification.HttpSettings;
import io.shouxin.notification.SmtpSettings;
import io.shouxin.notification.TencentSettings;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the carrier that goes with a channel's settings. */
@Component
class Carriers {

    private final URI aliyun;
    private final URI tencent;
    private final Clock clock;
    private final WebCalls usualCalls = new WebCalls(Patience.USUAL);
    private final WebCalls trialCalls = new WebCalls(Patience.OF_A_TRIAL);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mail-watch");
        thread.setDaemon(true);
        return thread;
    });

    Carriers(
            @Value("${shouxin.channels.aliyun:https://dysmsapi.aliyuncs.com}") URI aliyun,
            @Value("${shouxin.channels.tencent:https://sms.tencentcloudapi.com}") URI tencent,
            Clock clock) {
        this.aliyun = aliyun;
        this.tencent = tencent;
        this.clock = clock;
    }

    Carrier of(ChannelSettings settings) {
        return of(settings, usualCalls, Patience.USUAL);
    }

    /** For a trial, which somebody waits for. */
    Carrier forTrial(ChannelSettings settings) {
        return of(settings, trialCalls, Patience.OF_A_TRIAL);
    }

    private Carrier of(ChannelSettings settings, WebCalls calls, Patience patience) {
        if (settings instanceof SmtpSettings smtp) {
            return new SmtpCarrier(smtp, patience, watch);
        }
        if (settings instanceof AliyunSettings cloud) {
            return new AliyunCarrier(cloud, aliyun, calls, clock);
        }
        if (settings instanceof TencentSettings cloud) {
            return new TencentCarrier(cloud, tencent, calls, clock);
        }
        if (settings instanceof HttpSettings http) {
            return new HttpCarrier(http, calls);
        }
        throw new IllegalStateException("No carrier for " + settings.kind());
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
    }
}
