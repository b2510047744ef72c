package io.shouxin.shared;

/** What a member of the firm may do; one person may hold several, each only in the branches (门店) given to them. */
public enum Role {
    /** 专员: enters requests, imports, reviews decisions. */
    STAFF,
    /** 复核员: the second person who confirms what one person shall not decide alone. */
    REVIEWER,
    /** 个人信息保护负责人: decides what the rules leave to a person. */
    PRIVACY_OFFICER,
    /** 法务: sealed records and disputes. */
    LEGAL,
    /** 审计: reads the evidence log, changes nothing. */
    AUDITOR,
    /** 管理员: people, branches and settings; no client data. */
    ADMINISTRATOR
}
