package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.upload.Upload;
import io.shouxin.document.HandedInFiles;
import io.shouxin.request.ProofMethod;
import io.shouxin.request.RequestId;
import io.shouxin.request.RequestStatus;
import io.shouxin.shared.ui.RouteLink;
import io.shouxin.spine.Desks;
import io.shouxin.spine.TestFirm;
import io.shouxin.testing.BrowserlessPages;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Proof that a client hands in on the phone. */
class ProofUploadTest extends ClientPages {

    @Autowired
    ProofUploadTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void a_client_hands_in_photos_takes_one_back_and_sends_the_rest() {
        TestFirm.Client client = firm.client("upload-way", null);
        String reference = asked(client);
        signIn(client.phone(), "track/" + reference);
        assertThat(_find(RouteLink.class)).extracting(RouteLink::getHref).contains("track/" + reference + "/proof");
        BrowserlessPages.go("track/" + reference + "/proof");
        assertThat(title()).isEqualTo("上传证明");
        assertThat(BrowserlessPages.text())
                .contains("以免别人冒用您的名义", "每个不超过 10 MB", "24 小时后自动删除")
                .doesNotContain("还没有提交", "!");
        assertThat(_get(Upload.class).getAcceptedFileTypes()).containsExactly("image/jpeg", "image/png");

        click("提交这些材料");
        assertThat(BrowserlessPages.text()).contains("还没有可以提交的文件");
        hand("身份证.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8));
        assertThat(BrowserlessPages.text()).contains("这个文件没有收下", "网页或矢量图").doesNotContain("身份证.svg");
        hand("合同.jpg", HandedInFiles.pdf());
        assertThat(BrowserlessPages.text()).contains("PDF 文件暂不能上传，请拍照或截屏后上传");
        hand("a.jpg", HandedInFiles.photo(300, 200));
        hand("b.png", HandedInFiles.png(80, 60));
        assertThat(BrowserlessPages.text())
                .contains("已收到，还没有提交", "材料 3 · 照片", "材料 4 · 照片")
                .doesNotContain("这个文件没有收下", "a.jpg", "!");
        _click(_find(Button.class, spec -> spec.withText("移除")).get(0));
        assertThat(_find(ListItem.class)).hasSize(1);

        click("提交这些材料");
        assertThat(title()).isEqualTo("材料已收到，正在核对");
        BrowserlessPages.go("track/" + reference);
        assertThat(title()).as("at once").isEqualTo("材料已收到，正在核对，照常计时");
        await().until(() -> onlyRequest(client).status() == RequestStatus.RECEIVED);
        BrowserlessPages.go("track/" + reference);
        assertThat(title()).isEqualTo("材料已收到，正在核对，照常计时");
        assertThat(BrowserlessPages.text())
                .contains("工作人员会查看您提交的材料", "核对您上传的材料")
                .doesNotContain("一般只要几秒", "!");
        BrowserlessPages.go("track/" + reference + "/proof");
        assertThat(title()).isEqualTo("现在不需要上传材料");
        assertThat(_find(Upload.class)).isEmpty();
    }

    @Test
    void what_is_missing_is_told_where_the_client_hands_in_more() {
        TestFirm.Client client = firm.client("upload-short", null);
        String reference = asked(client);
        signIn(client.phone(), "track/" + reference + "/proof");
        hand("a.jpg", HandedInFiles.photo(300, 200));
        click("提交这些材料");
        RequestId id = onlyRequest(client).id();
        CompletableFuture.runAsync(() -> Desks.of(context)
                        .decide(id, "clerk", "see-proof", Map.of("outcome", "NOT_ENOUGH", "text", "照片模糊，请重拍")))
                .join();
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_PROOF);
        for (String address : new String[] {"track/" + reference, "track/" + reference + "/proof"}) {
            BrowserlessPages.go(address);
            assertThat(BrowserlessPages.text())
                    .as(address)
                    .contains("我们看了您上传的材料，还缺", "照片模糊，请重拍")
                    .doesNotContain("!");
        }
    }

    @Test
    void nobody_else_gets_to_the_page() {
        TestFirm.Client client = firm.client("upload-own", null);
        TestFirm.Client other = firm.client("upload-stranger", null);
        String reference = asked(client);
        BrowserlessPages.go("track/" + reference + "/proof");
        assertThat(title()).isEqualTo("办理进度");
        signIn(other.phone(), "mine");
        BrowserlessPages.go("track/" + reference + "/proof");
        assertThat(title()).isEqualTo("没有找到这项申请");
        BrowserlessPages.go("track/SC-2026-999999/proof");
        assertThat(title()).isEqualTo("没有找到这项申请");
    }

    private static void hand(String name, byte[] content) {
        UploadKt._upload(_get(Upload.class), name, content);
    }

    private String asked(TestFirm.Client client) {
        Desks.of(context).submit(client, "", ProofMethod.ONE_TIME_CODE);
        await().until(() -> onlyRequest(client).status() == RequestStatus.AWAITING_PROOF);
        return onlyRequest(client).reference();
    }
}
