package io.shouxin.request;

/** By what a person's identity was confirmed. A visit is offered, never demanded. */
public enum ProofMethod {
    /** 短信验证码 */
    ONE_TIME_CODE(Proof.CODE),
    /** 验证码 + 证件号码后 6 位 */
    CODE_AND_ID_LAST_SIX(Proof.STRONG),
    /** 验证码 + 合同编号后 4 位 */
    CODE_AND_CONTRACT_LAST_FOUR(Proof.STRONG),
    /** 柜台出示证件 */
    SEEN_AT_COUNTER(Proof.STRONG),
    /** 回拨登记号码核对 */
    CALLED_BACK(Proof.STRONG),
    /** 核对上传的材料 */
    SEEN_AS_FILE(Proof.STRONG);

    private final Proof proof;

    ProofMethod(Proof proof) {
        this.proof = proof;
    }

    public Proof proof() {
        return proof;
    }
}
