package io.shouxin.request;

import io.shouxin.subject.SubjectKind;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Whose guardian somebody is: it decides which papers are asked for and how soon the answer is due. */
public enum Ward {
    /** 不满十四周岁: the guardian alone decides (个人信息保护法 31). */
    UNDER_14,
    /** 已满十四周岁不满十八周岁: the guardian asks, and the minor agrees. */
    UNDER_18,
    /** 无民事行为能力或者限制民事行为能力的成年人 (民法典 24, 28) */
    ADULT;

    private static final int FOURTEEN = 14;
    private static final int EIGHTEEN = 18;

    public boolean isMinor() {
        return this != ADULT;
    }

    private static Ward bornOn(LocalDate born, LocalDate today) {
        int age = Period.between(born, today).getYears();
        return age < FOURTEEN ? UNDER_14 : age < EIGHTEEN ? UNDER_18 : ADULT;
    }

    /**
     * Whether somebody on file can be such a ward: by their age where it is known, else a minor is one whom the file has as a child.
     * Otherwise papers that show a child would open the file of an adult.
     */
    public boolean canBe(SubjectKind kind, @Nullable LocalDate born, LocalDate today) {
        return born == null ? !isMinor() || kind == SubjectKind.CHILD : bornOn(born, today) == this;
    }
}
