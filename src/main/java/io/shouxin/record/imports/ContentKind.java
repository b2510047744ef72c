package io.shouxin.record.imports;

import io.shouxin.record.imports.SheetCell.Kind;
import java.util.Set;
import java.util.regex.Pattern;

/** What the cells of a column look like, for sheets whose headers say nothing. The first kind that fits most cells wins. */
enum ContentKind {
    ID_NUMBER("ID_NUMBER", 0.7) {
        @Override
        boolean fits(SheetCell cell) {
            return IdentityNumber.looksLikeOne(cell.text());
        }
    },
    PHONE("PHONE", 0.7) {
        @Override
        boolean fits(SheetCell cell) {
            return cell.text().length() <= 60
                    && cell.text().codePoints().filter(Character::isDigit).count() >= 8
                    && !DateNormaliser.normalise(cell).first().isPresent()
                    && !PhoneNormaliser.normalise(cell.text()).values().isEmpty();
        }
    },
    DATE("OTHER_DATE", 0.8) {
        @Override
        boolean fits(SheetCell cell) {
            return cell.kind() == Kind.DATE
                    || (cell.kind() == Kind.TEXT
                            && cell.text().length() <= 24
                            && !Chars.isDigits(cell.text())
                            && DateNormaliser.normalise(cell.text()).first().isPresent());
        }
    },
    EMAIL("EMAIL", 0.7) {
        @Override
        boolean fits(SheetCell cell) {
            return EMAIL_FORM.matcher(Chars.trim(cell.text())).matches();
        }
    },
    BANK_ACCOUNT("BANK_ACCOUNT", 0.7) {
        @Override
        boolean fits(SheetCell cell) {
            return CARD_FORM.matcher(cell.text().replaceAll("[\\s'-]", "")).matches();
        }
    },
    SEX("SEX", 0.9) {
        @Override
        boolean fits(SheetCell cell) {
            return Set.of("男", "女").contains(Chars.trim(cell.text()));
        }
    },
    ADDRESS("ADDRESS", 0.7) {
        @Override
        boolean fits(SheetCell cell) {
            return cell.text().length() >= 8
                    && ADDRESS_FORM.matcher(cell.text()).find();
        }
    },
    NAME("NAME", 0.7) {
        @Override
        boolean fits(SheetCell cell) {
            if (cell.kind() != Kind.TEXT || cell.text().length() > 12) {
                return false;
            }
            return NameNormaliser.normalise(cell.text())
                    .first()
                    .filter(name -> name.name().codePoints().allMatch(Chars::isHan))
                    .filter(name -> name.name().codePointCount(0, name.name().length()) <= 4)
                    .filter(name -> SURNAMES.indexOf(name.name().codePointAt(0)) >= 0)
                    .isPresent();
        }

        @Override
        double distinctShare() {
            return 0.4;
        }
    };

    private static final Pattern EMAIL_FORM = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[A-Za-z]{2,}");
    private static final Pattern CARD_FORM = Pattern.compile("62\\d{14,17}|[345]\\d{15}");
    private static final Pattern ADDRESS_FORM = Pattern.compile("[路街道弄巷村镇区里].*\\d+.*[号室栋幢单元弄楼]");

    /** The hundred most frequent surnames and the first characters of the compound ones. */
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹"
            + "孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧阳司马诸葛上官东方尉迟慕容夏侯皇甫令狐";

    private final FieldCode field;
    private final double share;

    ContentKind(String field, double share) {
        this.field = new FieldCode(field);
        this.share = share;
    }

    abstract boolean fits(SheetCell cell);

    FieldCode field() {
        return field;
    }

    /** How many of the filled cells must fit. */
    double share() {
        return share;
    }

    /** How many of the filled cells must differ: names do, categories do not. */
    double distinctShare() {
        return 0;
    }
}
