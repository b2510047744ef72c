package io.shouxin.request;

/** Where a request stands, in the words that clients, clerks and integrators use. */
public enum RequestStatus {
    /** 已受理 */
    RECEIVED,
    /** 等我们回电: the firm owes the client a call, so the clock runs */
    AWAITING_CALL,
    /** 已暂停 · 等客户: the clock stands still */
    AWAITING_PROOF,
    /** 逐条判定 */
    DECIDING,
    /** 负责人判定: what the rules leave to the privacy officer */
    OFFICER_REVIEW,
    /** 专员审核 */
    REVIEW,
    /** 第二人复核 */
    SECOND_REVIEW,
    /** 各系统删除 */
    ERASING,
    /** 出具证明和答复 */
    ANSWERING,
    /** 已办结 */
    CLOSED
}
