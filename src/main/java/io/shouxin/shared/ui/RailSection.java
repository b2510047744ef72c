package io.shouxin.shared.ui;

/** The groups of the staff rail, in order; {@link #WORK} has no heading. */
public enum RailSection {
    WORK,
    LEGAL,
    MANAGEMENT
}
