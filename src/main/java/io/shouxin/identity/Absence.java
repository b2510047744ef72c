package io.shouxin.identity;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody is away from the first to the last day, both included, and the substitute takes what they have in hand. */
public record Absence(UUID id, UUID account, UUID substitute, LocalDate firstDay, LocalDate lastDay) {

    public boolean isOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
