package io.shouxin.platform;

import io.shouxin.shared.Sector;
import java.util.UUID;

/** A branch (门店) of the firm; records belong to one, and staff see only those they are given. */
public record Branch(UUID id, String name, Sector sector) {}
