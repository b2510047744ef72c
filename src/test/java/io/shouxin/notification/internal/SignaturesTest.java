package io.shouxin.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The clouds' signatures, against the worked examples in their own documents. */
class SignaturesTest {

    /** 阿里云 “V3 版本请求体和签名机制”, the example with fixed parameters. */
    @Test
    void aliyun_signs_as_its_document_does() {
        String query = AliyunSignature.query(new TreeMap<>(
                Map.of("RegionId", "cn-shanghai", "ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd")));

        String signed = AliyunSignature.authorization(
                "YourAccessKeyId",
                "YourAccessKeySecret",
                query,
                Map.of(
                        "host", "ecs.cn-shanghai.aliyuncs.com",
                        "x-acs-action", "RunInstances",
                        "x-acs-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        "x-acs-date", "2023-10-26T10:22:32Z",
                        "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
                        "x-acs-version", "2014-05-26"));

        assertThat(signed)
                .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                        + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void aliyun_encodes_by_rfc_3986() {
        assertThat(AliyunSignature.query(new TreeMap<>(Map.of("签名", "a b*c~d+e/f"))))
                .isEqualTo("%E7%AD%BE%E5%90%8D=a%20b%2Ac~d%2Be%2Ff");
    }

    /** 腾讯云 “签名方法 v3”, the example DescribeInstances. */
    @Test
    void tencent_signs_as_its_document_does() {
        String signed = TencentSignature.authorization(
                "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE",
                "cvm",
                "cvm.tencentcloudapi.com",
                Instant.ofEpochSecond(1_551_113_065),
                "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], \"Name\": \"instance-name\"}]}");

        assertThat(signed)
                .isEqualTo("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request,"
                        + " SignedHeaders=content-type;host,"
                        + " Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
    }
}
