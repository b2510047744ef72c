package io.shouxin.shared.ui;

/**
 * Something that can be chosen by its name in the command palette.
 *
 * @param id tells it from all others, the same each time, so that it can be offered first when it was used
 * @param group key of the heading that it stands under
 * @param name in the person's language
 * @param words further words that it is found by, such as its name in the other language; may be empty
 * @param key the key that does the same; empty where there is none
 * @param remembered whether it is offered first the next time; never where its name holds what somebody typed, nor where it decides something
 * @param decides whether it decides something: it is done only after somebody has moved to it or clicked it
 * @param run does it, after the palette is closed
 */
public record PaletteEntry(
        String id,
        String group,
        String name,
        String words,
        String key,
        boolean remembered,
        boolean decides,
        Runnable run) {

    /** An entry that is there whatever is typed. */
    public static PaletteEntry of(String id, String group, String name, String words, Runnable run) {
        return new PaletteEntry(id, group, name, words, "", true, false, run);
    }

    /** An entry for what was typed; it is forgotten as soon as the palette is closed. */
    public static PaletteEntry typed(String id, String group, String name, Runnable run) {
        return new PaletteEntry(id, group, name, "", "", false, false, run);
    }

    /** What a key of the open page does. */
    public static PaletteEntry ofKey(String group, SingleKeys.Act act) {
        return new PaletteEntry(
                "key." + act.key() + "." + act.meaning(),
                group,
                act.meaning(),
                "",
                act.key(),
                !act.decides(),
                act.decides(),
                act.run());
    }
}
