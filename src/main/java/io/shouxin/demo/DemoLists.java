package io.shouxin.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * The invented firm's client lists, as firms keep them. Names are put together from common characters, numbers from a fixed
 * seed; the first people of each list are the ones that the demo's mailbox page names.
 */
final class DemoLists {

    /** Bought a flat this year, one child: everything from "deleted" to "kept by law" in one case. */
    static final String BUYER = "13800010001";
    /** Looked for a flat and went elsewhere: everything can go. */
    static final String LOOKER = "13800010002";
    /** A housekeeping client with a door code and an elderly parent; the contract is over. */
    static final String FAMILY = "13800020001";
    /** Sold a flat years ago under the older rules: the officer is asked. */
    static final String SELLER = "13800010003";

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰玉萍红建华慧巧美玲云莲真环雪荣爱妹香月莺媛";
    private static final List<String> DISTRICTS = List.of("浦东新区", "徐汇区", "静安区", "杨浦区", "闵行区", "嘉定区");
    private static final List<String> ROADS = List.of("梧桐", "海棠", "银杏", "玉兰", "香樟", "石榴");
    private static final int BROKERAGE_ROWS = 120;
    private static final int HOUSEKEEPING_ROWS = 80;

    private final Random random = new Random(20261121);
    private final LocalDate today;

    DemoLists(LocalDate today) {
        this.today = today;
    }

    /** A CSV in UTF-8 with a title row, as the brokerage branch keeps it. */
    byte[] brokerage() {
        StringBuilder csv = new StringBuilder("浦东一店客户资料表,,,,,,,,,,,,,,,,,,,,\n");
        csv.append("客户编号,姓名,性别,手机号,微信号,身份证号,身份证照片,需求类型,意向区域,户型,预算(万元),房产地址,成交类型,成交日期,")
                .append("成交价(万元),经纪服务合同编号,合同终止日期,银行账号,婚姻状况,子女姓名,子女出生日期,录入日期,最近联系日期,客户同意,备注\n");
        csv.append(row(
                "KH0001",
                "陈晓雯",
                "女",
                BUYER,
                "chenxw_sh",
                idNumber(0),
                "idphoto/KH0001.jpg",
                "改善型购房",
                "徐汇区",
                "三室",
                "680",
                "徐汇区梧桐路 18 弄 6 号 902 室",
                "买卖",
                day(-280),
                "655",
                "HT-2026-0001",
                day(-130),
                card(),
                "已婚",
                "陈一诺",
                today.minusYears(6).toString(),
                day(-420),
                day(-120),
                "是",
                "房子买完了，请勿再打电话"));
        csv.append(row(
                "KH0002", "李思远", "男", LOOKER, "", "", "", "首次购房", "浦东新区", "两室", "420", "", "", "", "", "", "", "", "未婚",
                "", "", day(-200), day(-150), "", "周末看房"));
        csv.append(row(
                "KH0003",
                "王建国",
                "男",
                SELLER,
                "",
                idNumber(1),
                "",
                "售房",
                "静安区",
                "两室",
                "面议",
                "静安区海棠路 7 弄 2 号 501 室",
                "买卖",
                "2020-03-02",
                "510",
                "HT-2020-0003",
                "2020-06-30",
                card(),
                "已婚",
                "",
                "",
                "2019-12-11",
                "2020-07-08",
                "口头同意",
                ""));
        for (int i = 4; i <= BROKERAGE_ROWS; i++) {
            boolean deal = random.nextInt(100) < 55;
            boolean sale = random.nextBoolean();
            int signed = -30 - random.nextInt(2600);
            String child = random.nextInt(100) < 15 ? name() : "";
            csv.append(row(
                    "KH%04d".formatted(i),
                    name(),
                    random.nextBoolean() ? "男" : "女",
                    phone(1),
                    random.nextInt(3) == 0 ? "wx_demo%04d".formatted(i) : "",
                    random.nextInt(3) > 0 ? idNumber(i) : "",
                    "",
                    sale ? "首次购房" : "租房",
                    pick(DISTRICTS),
                    "两室",
                    Integer.toString(200 + random.nextInt(600)),
                    address(),
                    deal ? (sale ? "买卖" : "租赁") : "",
                    deal ? day(signed) : "",
                    deal ? (sale ? Integer.toString(250 + random.nextInt(700)) : "0.65") : "",
                    deal ? "HT-%04d".formatted(i) : "",
                    deal ? day(signed + 120) : "",
                    deal && sale ? card() : "",
                    "已婚",
                    child,
                    child.isEmpty()
                            ? ""
                            : today.minusDays(1200 + random.nextInt(2500)).toString(),
                    day(signed - 60),
                    day(signed + 90),
                    random.nextInt(4) == 0 ? "是" : "",
                    ""));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A CSV in GB18030 without a title row, as the housekeeping branch keeps it. */
    byte[] housekeeping() {
        StringBuilder csv = new StringBuilder(
                "客户姓名,联系电话,服务地址,门锁密码,服务类型,服务频次,家庭成员,老人健康情况,宝宝出生日期,过敏与忌口,合同开始,合同结束,付款账户,服务员,服务员身份证号,备注\n");
        csv.append(row(
                "傅雅琴",
                FAMILY,
                "徐汇区玉兰路 66 弄 3 号 1201 室",
                "482913",
                "养老护理",
                "每周3次",
                "独居老人",
                "高血压，每日服药",
                "",
                "不吃海鲜",
                day(-700),
                day(-90),
                card(),
                "周巧云",
                idNumber(500),
                "钥匙存放在门店"));
        for (int i = 2; i <= HOUSEKEEPING_ROWS; i++) {
            boolean elder = random.nextInt(3) == 0;
            boolean baby = !elder && random.nextInt(3) == 0;
            int begin = -60 - random.nextInt(1500);
            csv.append(row(
                    name(),
                    phone(2),
                    address(),
                    random.nextInt(3) == 0 ? "%06d".formatted(random.nextInt(1_000_000)) : "",
                    elder ? "养老护理" : baby ? "月嫂" : "保洁",
                    "每周1次",
                    elder ? "独居老人" : "三口之家",
                    elder ? "糖尿病" : "",
                    baby ? day(-200 - random.nextInt(400)) : "",
                    random.nextInt(4) == 0 ? "花生过敏" : "",
                    day(begin),
                    day(begin + 365),
                    random.nextBoolean() ? "微信" : card(),
                    name(),
                    idNumber(500 + i % 25),
                    ""));
        }
        return csv.toString().getBytes(Charset.forName("GB18030"));
    }

    private static String row(String... cells) {
        return String.join(",", cells) + "\n";
    }

    private String name() {
        StringBuilder name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        for (int i = 0; i <= random.nextInt(2); i++) {
            name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        return name.append(GIVEN.charAt(random.nextInt(GIVEN.length()))).toString();
    }

    private String phone(int series) {
        return "1380%d%06d".formatted(series + 4, random.nextInt(1_000_000));
    }

    private String address() {
        return pick(DISTRICTS) + pick(ROADS) + "路 " + (1 + random.nextInt(200)) + " 弄 " + (1 + random.nextInt(40))
                + " 号 " + (101 + random.nextInt(1800)) + " 室";
    }

    private String day(int offset) {
        return today.plusDays(offset).toString();
    }

    private String card() {
        return "62220000%011d".formatted(Math.abs(random.nextLong()) % 100_000_000_000L);
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A number of the right form with a right check digit (GB 11643), of a region code that is not in use. */
    private String idNumber(int index) {
        String body = "990101"
                + LocalDate.of(1955, 1, 1)
                        .plusDays(index * 37L % 16000)
                        .toString()
                        .replace("-", "") + "%03d".formatted(index % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
