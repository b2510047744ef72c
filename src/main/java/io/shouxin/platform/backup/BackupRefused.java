package io.shouxin.platform.backup;

import java.util.List;

/** A back-up that cannot be made or used, as a text that an operator can act on. */
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String textKey;
    private final transient List<Object> arguments;

    public BackupRefused(String textKey, Object... arguments) {
        super(textKey + " " + List.of(arguments));
        this.textKey = textKey;
        this.arguments = List.of(arguments);
    }

    public BackupRefused(Throwable cause, String textKey, Object... arguments) {
        super(textKey + " " + List.of(arguments), cause);
        this.textKey = textKey;
        this.arguments = List.of(arguments);
    }

    public String textKey() {
        return textKey;
    }

    public Object[] arguments() {
        return arguments.stream().map(Object::toString).toArray();
    }
}
