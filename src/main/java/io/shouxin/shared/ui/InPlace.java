package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.List;

/** Brings the children of a component to what is wanted without touching those that stay: whoever has the focus on one keeps it. */
public final class InPlace {

    private InPlace() {}

    public static <C extends Component & HasComponents> void arrange(C parent, List<? extends Component> wanted) {
        parent.getChildren().filter(child -> !wanted.contains(child)).toList().forEach(parent::remove);
        for (int i = 0; i < wanted.size(); i++) {
            Component child = wanted.get(i);
            if (parent.getElement().indexOfChild(child.getElement()) != i) {
                child.removeFromParent();
                parent.addComponentAtIndex(i, child);
            }
        }
    }
}
