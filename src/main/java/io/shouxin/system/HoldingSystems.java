package io.shouxin.system;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    public HoldingSystem get(String id) {
        HoldingSystem system = byId.get(id);
        if (system == null) {
            throw new IllegalArgumentException("No system " + id);
        }
        return system;
    }
}
