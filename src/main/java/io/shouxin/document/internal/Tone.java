package io.shouxin.document.internal;

import java.awt.Color;

/** The colours of the portal on paper (tokens.css, light). */
enum Tone {
    INK(0x1c2326),
    INK_2(0x4b565b),
    INK_3(0x647077),
    ACT(0x0e5a5e),
    ACT_SOFT(0xe3efee),
    SEAL(0xa83226),
    OK(0x22683b),
    WARN(0x7d5700),
    LINE(0xe4dfd5),
    SUNK(0xf3f0ea),
    WHITE(0xffffff);

    private final Color color;

    Tone(int rgb) {
        color = new Color(rgb);
    }

    Color color() {
        return color;
    }
}
