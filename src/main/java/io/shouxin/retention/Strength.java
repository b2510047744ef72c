package io.shouxin.retention;

/** How firmly a rule stands against a deletion (law.md §5): PIPL 47(2) knows only laws and administrative regulations. */
public enum Strength {
    /** 法律、行政法规: storage goes on, everything else stops (PIPL 47(2)). */
    A,
    /** 部门规章、规范性文件: an argument for 13(1)3, so a person decides. */
    B,
    /** 时效、封存等: counts only for a concrete open claim. */
    C,
    /** 合同履行所必需: no ground of PIPL 47(1) is met while the contract runs. */
    N
}
