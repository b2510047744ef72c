package io.shouxin.request;

/** Whose guardian somebody is: it decides which papers are asked for and how soon the answer is due. */
public enum Ward {
    /** 不满十四周岁: the guardian alone decides (个人信息保护法 31). */
    UNDER_14,
    /** 已满十四周岁不满十八周岁: the guardian asks, and the minor agrees. */
    UNDER_18,
    /** 无民事行为能力或者限制民事行为能力的成年人 (民法典 24, 28) */
    ADULT;

    public boolean isMinor() {
        return this != ADULT;
    }
}
