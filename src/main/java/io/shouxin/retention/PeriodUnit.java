package io.shouxin.retention;

/** The unit of a rule's period; many duties to keep name none. */
public enum PeriodUnit {
    YEARS,
    DAYS,
    NONE_STATED
}
