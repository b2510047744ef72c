package io.shouxin.testing.uikit;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.receivers.MemoryBuffer;
import com.vaadin.flow.router.Route;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.ui.ActionCard;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.CodeField;
import io.shouxin.shared.ui.ComponentTexts;
import io.shouxin.shared.ui.DueBox;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.MaskedValue;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.RecordCard;
import io.shouxin.shared.ui.SkeletonBlock;
import io.shouxin.shared.ui.SummaryList;
import io.shouxin.shared.ui.Timeline;
import io.shouxin.shared.ui.Toast;
import io.shouxin.shared.ui.TopBarView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The components of the client's pages as they are used, for looking at. */
public final class ClientGallery {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T01:12:00Z");

    private ClientGallery() {}

    @Route("kit")
    public static final class Front extends GalleryPage {
        public Front() {
            super("首页");
            add(new QuestionPage("您的信息，您做主")
                    .lead("查看我们保存了什么，更正、删除，或随时收回同意。不需要注册。")
                    .content(
                            new ActionCard("进", "查询办理进度", "输入编号和手机验证码", "kit/track").prominent(),
                            new ActionCard("看", "查看和复制我的信息", "保存了哪些、为什么、到什么时候", "kit/fields"),
                            new ActionCard("改", "更正错误的信息", "对照着改，附上证明即可", "kit/parts"),
                            new ActionCard("删", "删除我的信息", "15 个工作日内办结；依法须留存的逐条说明", "kit/delete"),
                            new ActionCard("撤", "同意与撤回", "一处看全，一键收回，立即生效", "kit/consent"),
                            new ActionCard("争", "有争议？先把记录封存", "封存期间任何人不能改动或使用", "kit/code")));
        }
    }

    @Route("kit/delete")
    public static final class Delete extends GalleryPage implements TopBarView {
        public Delete() {
            super("删除我的信息");
            add(new QuestionPage("这样处理，可以吗？")
                    .step(3, 5)
                    .lead("我们逐条核对了您的 9 条记录。")
                    .content(
                            new RecordCard("看房需求、微信、子女信息", Chip.ok("将删除"), "意向区域、户型、预算、微信号、子女姓名和学校，共 6 条。删除后无法恢复。"),
                            new RecordCard(
                                            "2026 年买卖合同与付款",
                                            Chip.warn("只存不用至 2036 年 3 月 15 日"),
                                            "法律要求从交易结束起保存 10 年。其间只存不用，到期删除。")
                                    .law("反洗钱法第 34、42、64 条"),
                            new RecordCard("身份资料、手机号", Chip.warn("只存不用至 2036 年 3 月 15 日"), "是上面这笔交易的客户身份资料，一并保存。"),
                            new RecordCard("佣金沟通记录", Chip.seal("争议中"), "因争议 ZY-2026-0031 封存，争议结束后再处理。"))
                    .primary("可以，继续", () -> Toast.done("已保存")));
        }

        @Override
        public String topBarTitle() {
            return title();
        }

        @Override
        public Optional<Exit> topBarExit() {
            return Optional.of(new Exit("保存并退出", ""));
        }
    }

    @Route("kit/track")
    public static final class Track extends GalleryPage implements TopBarView {
        public Track() {
            super("办理进度");
            add(new QuestionPage("正在由专员审核")
                    .above("编号 SC-2026-000482 · 删除")
                    .content(
                            new DueBox("我们承诺最晚答复", "12 月 14 日（周一）", "11 月 23 日收到，起算 15 个工作日，当日不计，遇节假日顺延。"),
                            new Timeline()
                                    .done("已受理", RECEIVED, "手机提交")
                                    .done("身份已核验", RECEIVED.plusSeconds(120), "短信验证码")
                                    .done("已停止使用您的信息", RECEIVED.plusSeconds(120), "只存不用")
                                    .now("专员审核", "9 条记录中 6 条可删除，2 条须留存，1 条封存")
                                    .next("第二人复核", "须由另一位未经手的人确认")
                                    .next("删除并验证")
                                    .next("出具证明和答复"))
                    .secondary("撤销这项申请", () -> ComponentTexts.confirm(
                                    "撤销这项申请？", "撤销后我们恢复正常使用您的信息；您随时可以再提。", "是，撤销", () -> Toast.done("已撤销"))
                            .open()));
        }

        @Override
        public String topBarTitle() {
            return title();
        }
    }

    @Route("kit/code")
    public static final class Code6 extends GalleryPage {
        public Code6() {
            super("验证码");
            CodeField code = new CodeField("短信里的 6 位验证码");
            add(new QuestionPage("请输入验证码")
                    .back("kit/delete")
                    .step(2, 5)
                    .lead("已发到 135****1170，5 分钟内有效。")
                    .content(code, Buttons.link("没有收到？", () -> Toast.problem("请 47 秒后再试")))
                    .primary("继续", () -> {
                        throw new AccessRefused("gallery");
                    }));
        }
    }

    @Route("kit/consent")
    public static final class Consent extends GalleryPage {
        public Consent() {
            super("同意");
            RadioButtonGroup<String> who = Choices.one("您是哪一位？");
            who.setItems("我本人", "代孩子（未满 14 岁）办理", "代其他人办理");
            CheckboxGroup<String> uses = Choices.many("哪些用途可以？");
            uses.setItems("推荐新房源", "回访服务质量", "把需求转给合作装修公司");
            add(new QuestionPage("把您的看房需求用于推荐新房源")
                    .step(1, 3)
                    .lead("只用意向区域、户型和预算；不用也不影响正在办的业务。")
                    .content(who, uses, Choices.single("我同意单独处理身份证号（敏感信息）"))
                    .answers("不同意", () -> Toast.done("已记下：不同意"), "同意", () -> Toast.done("已记下：同意")));
        }
    }

    @Route("kit/fields")
    public static final class Fields extends GalleryPage {
        public Fields() {
            super("表单");
            TextField name = new TextField("姓名");
            name.setPlaceholder("合同上的名字");
            TextField wrong = new TextField("手机号");
            wrong.setValue("1350745");
            wrong.setInvalid(true);
            wrong.setErrorMessage("手机号应为 11 位，例如 135 0745 1170");
            TextArea text = new TextArea("想说明的情况");
            text.setHelperText("可以不写");
            Upload upload = ComponentTexts.localize(new Upload(new MemoryBuffer()));
            ProgressBar bar = new ProgressBar(0, 100, 40);
            bar.getElement().setAttribute("aria-label", "上传进度");
            add(new QuestionPage("请核对并补充")
                    .content(
                            new ErrorBox("有一处要改", List.of("手机号应为 11 位")),
                            name,
                            wrong,
                            ComponentTexts.localize(new DatePicker("签约日期")),
                            text,
                            upload,
                            bar,
                            new SummaryList()
                                    .row("要办的事", "删除我的信息", () -> Toast.done("修改"))
                                    .row("手机号", "135****1170", () -> Toast.done("修改"))
                                    .row("编号", new Code("SC-2026-000482")))
                    .primary("提交申请", () -> Toast.problem("网络断了，请再试一次")));
        }
    }

    @Route("kit/parts")
    public static final class Parts extends GalleryPage {
        public Parts() {
            super("状态");
            add(new QuestionPage("提示与状态")
                    .back("")
                    .content(
                            new Div(
                                    Chip.ok("将删除"),
                                    Chip.warn("剩 3 个工作日"),
                                    Chip.late("超期 1 天"),
                                    Chip.calm("已暂停 · 等客户"),
                                    Chip.seal("封存"),
                                    Chip.plain("剩 9 个工作日")),
                            Notice.done("已提交", "编号 SC-2026-000482。我们会用短信通知您。"),
                            Notice.info("您知道吗", "撤回同意不影响之前已经做过的处理。"),
                            Notice.warning("删除后不能恢复", "请先下载一份自己的复制件。"),
                            Notice.sealed("3 条记录已封存", "任何人不能改动、删除、导出或使用。"),
                            new Notice(Chip.Tone.LATE, "验证码输错 5 次", "请 15 分钟后再试，或者打电话给我们。"),
                            new MaskedValue("135****1170", () -> "13507451170"),
                            new EmptyState("还没有申请", "您提出的申请会出现在这里，每一步都有时间。"),
                            SkeletonBlock.card(),
                            SkeletonBlock.lines(3)));
        }
    }

    @Route("kit/broken")
    public static final class Broken extends Div {
        public Broken() {
            throw new IllegalStateException("gallery");
        }
    }

    @Route("kit/refused")
    public static final class Refused extends Div {
        public Refused() {
            throw new AccessRefused("gallery");
        }
    }
}
