package io.shouxin.operation.internal;

import io.shouxin.shared.Texts;
import java.io.PrintStream;
import java.util.Locale;

/** Tells an operator what happens, in Chinese where the machine's language is Chinese and in English elsewhere. */
public final class Console {

    private final PrintStream out;
    private final Texts texts;

    public Console(PrintStream out) {
        this.out = out;
        this.texts = Locale.getDefault().getLanguage().equals("zh") ? Texts.chinese() : Texts.english();
    }

    public void say(String key, Object... arguments) {
        print(texts.get(key, arguments));
    }

    public void print(String line) {
        out.println(line);
    }
}
