package io.shouxin.notification;

/**
 * 阿里云短信服务.
 *
 * @param signName the approved signature (短信签名), without its brackets
 */
public record AliyunSettings(String accessKeyId, Secret accessKeySecret, String signName, Templates templates)
        implements ChannelSettings {

    public AliyunSettings {
        accessKeyId = ChannelSettings.required(accessKeyId, "accessKeyId");
        signName = ChannelSettings.required(signName, "signName");
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.ALIYUN;
    }

    @Override
    public boolean supports(String template, String language) {
        return templates.find(template, language).isPresent();
    }

    @Override
    public AliyunSettings withoutSecrets() {
        return with(Secret.NONE);
    }

    @Override
    public AliyunSettings keepingSecretsOf(ChannelSettings kept) {
        return kept instanceof AliyunSettings before ? with(accessKeySecret.or(before.accessKeySecret)) : this;
    }

    @Override
    public void requireSecrets() {
        ChannelSettings.required(accessKeySecret.value(), "accessKeySecret");
    }

    private AliyunSettings with(Secret other) {
        return new AliyunSettings(accessKeyId, other, signName, templates);
    }
}
