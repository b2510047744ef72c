package io.shouxin.deadline;

/** Which of a rule's two limits fell first. */
public enum Limb {
    WORKING_DAYS,
    CALENDAR_DAYS
}
