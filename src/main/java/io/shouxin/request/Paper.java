package io.shouxin.request;

/** A paper by which authority is shown. Which of them a request needs is said by {@link AuthorityRules}. */
public enum Paper {
    /** 请求人的身份证件 */
    IDENTITY_DOCUMENT,
    /** 律师执业证 */
    LAWYER_LICENCE,
    /** 授权委托书 */
    POWER_OF_ATTORNEY,
    /** 户口簿 */
    HOUSEHOLD_REGISTER,
    /** 出生医学证明 */
    BIRTH_CERTIFICATE,
    /** 结婚证 */
    MARRIAGE_CERTIFICATE,
    /** 人民法院、民政部门、居民委员会或者村民委员会出具的文书 */
    OFFICIAL_DOCUMENT,
    /** 认定无、限制民事行为能力的判决书 */
    COURT_DECISION,
    /** 未成年人本人的同意 */
    CONSENT_OF_MINOR,
    /** 死亡证明 */
    DEATH_CERTIFICATE,
    /** 说明自身的合法、正当利益；不是证件，写在请求里即可 */
    STATEMENT_OF_INTEREST;

    /** Whether it is said in the request itself, so that no file of it is asked for. */
    public boolean isSaid() {
        return this == STATEMENT_OF_INTEREST;
    }
}
