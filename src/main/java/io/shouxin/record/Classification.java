package io.shouxin.record;

/** How sensitive a record is (PIPL 28, GB/T 45574-2025 annex A; law.md §7). */
public enum Classification {
    /** 一般个人信息 */
    GENERAL,
    /** 按政策视同敏感: masked and handled like sensitive data, the consent level left to counsel. */
    POLICY_SENSITIVE,
    /** 法定敏感个人信息 */
    STATUTORY_SENSITIVE,
    /** 不满十四周岁未成年人的个人信息, sensitive whatever it says. */
    STATUTORY_SENSITIVE_CHILD;

    /** 敏感个人信息 by the law itself (PIPL 28). */
    public boolean statutory() {
        return this == STATUTORY_SENSITIVE || this == STATUTORY_SENSITIVE_CHILD;
    }
}
