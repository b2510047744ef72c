package io.shouxin.benchmark;

import io.shouxin.workflow.delegate.ProcessBean;
import java.util.AbstractList;
import org.springframework.context.annotation.Profile;

/** The systems that the floor's loop goes through: one, as in the product. */
@ProcessBean("floorSystems")
@Profile("benchmark")
class FloorSystems extends AbstractList<String> {

    @Override
    public String get(int index) {
        return "vault";
    }

    @Override
    public int size() {
        return 1;
    }
}
