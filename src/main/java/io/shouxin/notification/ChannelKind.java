package io.shouxin.notification;

/** The ways to reach people that can be set up. */
public enum ChannelKind {
    SMTP(Medium.MAIL, SmtpSettings.class),
    /** 阿里云短信服务 (Dysms). */
    ALIYUN(Medium.SMS, AliyunSettings.class),
    /** 腾讯云短信. */
    TENCENT(Medium.SMS, TencentSettings.class),
    /** Any gateway that takes an SMS by one HTTP call. */
    HTTP(Medium.SMS, HttpSettings.class);

    private final Medium medium;
    private final Class<? extends ChannelSettings> settings;

    ChannelKind(Medium medium, Class<? extends ChannelSettings> settings) {
        this.medium = medium;
        this.settings = settings;
    }

    public Medium medium() {
        return medium;
    }

    public Class<? extends ChannelSettings> settings() {
        return settings;
    }
}
