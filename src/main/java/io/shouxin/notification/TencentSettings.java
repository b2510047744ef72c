package io.shouxin.notification;

import java.util.regex.Pattern;

/**
 * 腾讯云短信.
 *
 * @param appId SmsSdkAppId of the application in the console
 * @param region such as {@code ap-guangzhou}
 * @param signName the approved signature (短信签名), without its brackets
 */
public record TencentSettings(
        String secretId, Secret secretKey, String appId, String region, String signName, Templates templates)
        implements ChannelSettings {

    private static final Pattern APP = Pattern.compile("\\d{4,20}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}-[a-z0-9-]{2,30}");

    public TencentSettings {
        secretId = ChannelSettings.required(secretId, "secretId");
        appId = appId.strip();
        ChannelSettings.require(APP.matcher(appId).matches(), "appId", "channels.error.appId");
        region = region.strip();
        ChannelSettings.require(REGION.matcher(region).matches(), "region", "channels.error.region");
        signName = ChannelSettings.required(signName, "signName");
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.TENCENT;
    }

    @Override
    public boolean supports(String template, String language) {
        return templates.find(template, language).isPresent();
    }

    @Override
    public TencentSettings withoutSecrets() {
        return with(Secret.NONE);
    }

    @Override
    public TencentSettings keepingSecretsOf(ChannelSettings kept) {
        return kept instanceof TencentSettings before ? with(secretKey.or(before.secretKey)) : this;
    }

    @Override
    public void requireSecrets() {
        ChannelSettings.required(secretKey.value(), "secretKey");
    }

    private TencentSettings with(Secret other) {
        return new TencentSettings(secretId, other, appId, region, signName, templates);
    }
}
