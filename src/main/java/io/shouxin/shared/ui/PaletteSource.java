package io.shouxin.shared.ui;

import io.shouxin.shared.Actor;
import java.util.List;

/**
 * What a module puts into the command palette beside its pages. A source offers only what this person may see and do: the palette
 * shows whatever it is given.
 */
public interface PaletteSource {

    /** Asked each time the palette is opened. */
    default List<PaletteEntry> entries(Actor actor) {
        return List.of();
    }

    /**
     * Ways to look for what was typed, asked at each letter. Nothing may be looked up here: that is done, and logged, when the person
     * chooses the entry.
     */
    default List<PaletteEntry> typed(String text, Actor actor) {
        return List.of();
    }
}
