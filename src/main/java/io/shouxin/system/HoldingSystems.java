package io.shouxin.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All systems that hold records, by id. */
@Component
public class HoldingSystems {

    private final Map<String, HoldingSystem> byId = new TreeMap<>();

    public HoldingSystems(List<HoldingSystem> systems) {
        systems.forEach(system -> {
            if (byId.put(system.id(), system) != null) {
                throw new IllegalStateException("Two systems call themselves " + system.id());
            }
        });
    }

    public List<HoldingSystem> all() {
        return List.copyOf(byId.values());
    }

    /** The first of them that holds one of these records; the only one need not be asked. */
    public Optional<HoldingSystem> holderOf(Set<UUID> records) {
        return byId.size() == 1
                ? byId.values().stream().findFirst()
                : byId.values().stream()
                        .filter(system -> !system.holds(records).isEmpty())
                        .findFirst();
    }

    public HoldingSystem get(String id) {
        HoldingSystem system = byId.get(id);
        if (system == null) {
            throw new IllegalArgumentException("No system " + id);
        }
        return system;
    }
}
