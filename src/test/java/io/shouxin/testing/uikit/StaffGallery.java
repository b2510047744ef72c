package io.shouxin.testing.uikit;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.shouxin.shared.ui.Buttons;
import io.shouxin.shared.ui.Chip;
import io.shouxin.shared.ui.Code;
import io.shouxin.shared.ui.DecisionBar;
import io.shouxin.shared.ui.DefinitionTable;
import io.shouxin.shared.ui.EmptyState;
import io.shouxin.shared.ui.EventLog;
import io.shouxin.shared.ui.FilterPills;
import io.shouxin.shared.ui.KeyHint;
import io.shouxin.shared.ui.ListHead;
import io.shouxin.shared.ui.ListRow;
import io.shouxin.shared.ui.MaskedValue;
import io.shouxin.shared.ui.Notice;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.SkeletonBlock;
import io.shouxin.shared.ui.SplitPage;
import io.shouxin.shared.ui.StaffPage;
import io.shouxin.shared.ui.StepTrail;
import io.shouxin.shared.ui.Toast;
import java.time.Instant;

/** The components of the workspace as they are used, for looking at. */
public final class StaffGallery {

    private static final Instant RECEIVED = Instant.parse("2026-11-23T01:12:00Z");

    private StaffGallery() {}

    @Route("staff/kit")
    public static final class StaffInbox extends GalleryPage {
        public StaffInbox() {
            super("收件箱");
            PlainTable records = new PlainTable("记录", "在哪里", "结论", "依据")
                    .row(
                            PlainTable.cell("看房需求 × 4", "一般"),
                            PlainTable.cell("资料库、CRM"),
                            Chip.ok("删除"),
                            PlainTable.cell("服务已结束", "个保法 47(1)1"))
                    .row(
                            PlainTable.cell("子女姓名、学校", "法定敏感 · 未满 14 岁"),
                            PlainTable.cell("资料库"),
                            Chip.ok("删除"),
                            PlainTable.cell("不再必要", "个保法 47(1)1"))
                    .row(
                            PlainTable.cell("买卖合同与付款", "政策敏感"),
                            PlainTable.cell("资料库、纸质 B-12"),
                            Chip.warn("限存至 2036-03-15"),
                            PlainTable.cell("法律规定保存期 10 年", "反洗钱法 34、42、64 · A"))
                    .row(
                            PlainTable.cell("身份资料、手机号", "法定敏感"),
                            PlainTable.cell("资料库"),
                            Chip.warn("限存至 2036-03-15"),
                            PlainTable.cell("同一交易的身份资料", "同上 · A"))
                    .row(
                            PlainTable.cell("佣金沟通记录", "政策敏感"),
                            PlainTable.cell("资料库"),
                            Chip.seal("不可处理"),
                            PlainTable.cell("争议 ZY-2026-0031", "封存中，另案处理"));
            StaffPage page = new StaffPage("删除全部信息 — 逐条核对处理结论")
                    .particulars(
                            new Code("SC-2026-000482"),
                            new Span(new Span("徐** "), new MaskedValue("135****1170", () -> "13507451170")),
                            Chip.warn("12 月 14 日到期 · 剩 3 个工作日"),
                            Chip.ok("身份：验证码 + 证件后 6 位"),
                            new Span("王芳 正在查看"))
                    .wide(new Panel(
                            "进行到哪一步",
                            new StepTrail()
                                    .done("受理")
                                    .done("核验身份")
                                    .done("暂停使用")
                                    .done("逐条判定")
                                    .now("专员审核")
                                    .next("第二人复核")
                                    .next("各系统删除")
                                    .next("验证")
                                    .next("答复")))
                    .main(new Panel("9 条记录", records))
                    .beside(
                            new Panel("客户原话", new Paragraph("“房子已经买完了，请把我的资料都删掉，也不要再打电话。”")),
                            new Panel(
                                    "经过",
                                    new EventLog()
                                            .event("陈静", "领取", RECEIVED.plusSeconds(3000))
                                            .event("系统", "逐条判定 retention-rules v3", RECEIVED.plusSeconds(130))
                                            .event("系统", "停止使用", RECEIVED.plusSeconds(120))
                                            .event("客户", "验证码通过", RECEIVED.plusSeconds(120))
                                            .event("客户", "手机提交", RECEIVED)),
                            new Panel(
                                    "答复函草稿",
                                    new Paragraph("含 2 条留存的理由、复查日期、申诉与起诉途径。"),
                                    Buttons.link("预览 PDF", () -> {})))
                    .foot(new DecisionBar()
                            .primary("通过，转第二人复核", "A", () -> Toast.done("已转复核"))
                            .secondary("调整结论", "E", () -> Toast.done("调整"))
                            .secondary("请客户补充", "Q", () -> Toast.done("补充"))
                            .secondary("拒绝", "R", () -> Toast.problem("请先写理由"))
                            .aside(new Span("下一件：SC-2026-000489"), new KeyHint("J")));
            add(new SplitPage()
                    .list(
                            new ListHead("收件箱", new KeyHint("/"), new Span("搜索")),
                            new FilterPills()
                                    .pill("待我处理", 14, true, () -> {})
                                    .pill("即将到期", 2, false, () -> {})
                                    .pill("等客户", 5, false, () -> {}),
                            new ListRow("更正 · 产权证号", Chip.late("超期 1 天"), "SC-2026-000451 · 王** · 浦东一店", "staff/kit"),
                            new ListRow(
                                            "删除 · 全部信息",
                                            Chip.warn("剩 3 个工作日"),
                                            "SC-2026-000482 · 徐** · 手机提交 · 9 条记录",
                                            "staff/kit")
                                    .chosen(true),
                            new ListRow(
                                    "删除 · 门锁密码、家庭信息",
                                    Chip.plain("剩 9 个工作日"),
                                    "SC-2026-000489 · 傅** · 家政 · 柜台",
                                    "staff/kit"),
                            new ListRow(
                                    "身份核验 · 需看证件", Chip.calm("已暂停 · 等客户"), "SC-2026-000490 · 林** · 信函", "staff/kit"),
                            new ListRow("导入 · 疑似同一人", Chip.plain("12 对"), "客户资料表（截至 10 月）.xlsx", "staff/kit"))
                    .detail(page));
        }
    }

    @Route("staff/kit/parts")
    public static final class StaffParts extends GalleryPage {
        public StaffParts() {
            super("部件");
            Grid<String> grid = new Grid<>();
            grid.addColumn(row -> row).setHeader("编号").setSortable(true);
            grid.addComponentColumn(row -> Chip.plain("剩 9 个工作日")).setHeader("期限");
            grid.addColumn(row -> "浦东一店").setHeader("门店");
            grid.setItems("SC-2026-000451", "SC-2026-000482", "SC-2026-000489");
            grid.setAllRowsVisible(true);
            TextField search = new TextField("搜索");
            Dialog dialog = new Dialog("导出证据包");
            dialog.add(new Paragraph("含请求、同意、经过和文件，共 14 项。"));
            dialog.getFooter().add(Buttons.quiet("取消", dialog::close), Buttons.primary("导出", dialog::close));
            add(new StaffPage("部件")
                    .main(
                            new Panel("表格", search, grid).corner(Chip.calm("3 条")),
                            new Panel(
                                    "封存的记录",
                                    new DefinitionTable()
                                            .code("合同编号", "HT-2026-00417")
                                            .row("签订日", "2026 年 1 月 20 日")
                                            .row("佣金", "成交价的 2%，由买方支付")),
                            new Panel("按钮", Buttons.small("打开对话框", dialog::open), Buttons.danger("销毁密钥", () -> {})))
                    .beside(new Panel("提示", Notice.warning("规则有新版本", "生效前请复核。"), SkeletonBlock.lines(3)), new H2("")));
        }
    }

    @Route("staff/kit/empty")
    public static final class StaffEmpty extends GalleryPage {
        public StaffEmpty() {
            super("争议与封存");
            add(new StaffPage("争议与封存").main(new EmptyState("没有争议", "客户提出争议后，会出现在这里。")));
        }
    }
}
