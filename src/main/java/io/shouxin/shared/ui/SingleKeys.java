package io.shouxin.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Keys without a modifier (J, K, A, ?), alive as long as their owner is on the page. They rest while the person types,
 * while a dialog is open (but for the dialog's own), and when the person has switched them off (WCAG 2.1.4); Vaadin's own shortcuts know none of
 * these. What is bound here appears in the legend by itself.
 */
public final class SingleKeys {

    private static final String EVENT = "single-key";

    /**
     * How long such a key rests on the server, whichever way it came. The browser rests a little longer, so that what it lets through is
     * not lost on a line on which messages bunch up.
     */
    private static final long REST_NANOS = Duration.ofMillis(1200).toNanos();

    private static final String LISTEN = """
            const me = this;
            if (me.__singleKeys) document.removeEventListener('keydown', me.__singleKeys);
            me.__singleKeys = e => {
              if (!me.isConnected) { document.removeEventListener('keydown', me.__singleKeys); return; }
              if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || e.defaultPrevented) return;
              if (document.cookie.includes('shouxin-keys=off')) return;
              const t = e.composedPath()[0];
              if (t && t.matches && t.matches('input,textarea,select,[contenteditable=""],[contenteditable=true]')) return;
              const dialog = document.querySelector('vaadin-dialog-overlay,vaadin-confirm-dialog-overlay');
              if (dialog && me.localName !== 'vaadin-dialog') return;
              const key = e.key.length === 1 ? e.key.toUpperCase() : e.key;
              if (!me.__boundKeys || !me.__boundKeys.includes(key)) return;
              e.preventDefault();
              if (me.__restingKeys?.includes(key)) {
                if (e.repeat || e.timeStamp - (document.__lastUse ?? -1e9) < 1500) return;
                document.__lastUse = e.timeStamp;
              }
              me.dispatchEvent(new CustomEvent('single-key', {detail: key}));
            };
            document.addEventListener('keydown', me.__singleKeys);
            """;

    /** @param meaning what it does, in the person's language */
    public record Binding(String key, String meaning) {}

    /**
     * What a key of the present page would do now, for whoever chooses it by name.
     *
     * @param decides whether it is one of the decisions of the page, which nobody should come to by habit
     * @param run does nothing any more where the key has come to mean something else meanwhile
     */
    public record Act(String key, String meaning, boolean decides, Runnable run) {}

    /** When such a key was last used in this window. */
    private record LastUse(long nanos) {}

    private final Component owner;
    private final Map<String, Runnable> actions = new LinkedHashMap<>();
    private final Map<String, BooleanSupplier> usable = new LinkedHashMap<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final Set<String> resting = new LinkedHashSet<>();
    private boolean decisions;

    public SingleKeys(Component owner) {
        this.owner = owner;
        owner.getElement()
                .addEventListener(
                        EVENT, event -> pressUnlessResting(event.getEventData().getString("event.detail")))
                .addEventData("event.detail");
        owner.addAttachListener(attached -> {
            owner.getElement().executeJs(LISTEN);
            tellKeys();
            legend(attached.getUI()).add(this);
        });
        owner.addDetachListener(detached -> legend(detached.getUI()).remove(this));
    }

    /** @param key a character, or a key's name as in {@code KeyboardEvent.key} ("Enter", "ArrowDown") */
    public SingleKeys on(String key, String meaning, Runnable action) {
        return on(key, meaning, () -> true, action);
    }

    /** @param now whether it would do anything at this moment; where not, the key does nothing either */
    public SingleKeys on(String key, String meaning, BooleanSupplier now, Runnable action) {
        actions.put(normal(key), action);
        usable.put(normal(key), now);
        bindings.removeIf(known -> normal(known.key()).equals(normal(key)));
        bindings.add(new Binding(key, meaning));
        tellKeys();
        return this;
    }

    /**
     * What this key does cannot be taken back and leads on to the next matter: held down, or pressed again before anybody can have
     * read what stands there now, it does nothing.
     */
    public SingleKeys restsAfterUse(String key) {
        resting.add(normal(key));
        tellKeys();
        return this;
    }

    /** All of these keys decide something: found by name they are neither offered first nor chosen before somebody chooses them. */
    public SingleKeys ofDecisions() {
        decisions = true;
        return this;
    }

    public void clear() {
        actions.clear();
        usable.clear();
        resting.clear();
        bindings.clear();
        tellKeys();
    }

    /** Every key that works on the present page, for the legend. */
    public static List<Binding> bound(UI ui) {
        return legend(ui).stream().flatMap(keys -> keys.bindings.stream()).toList();
    }

    /** Those keys of the present page that would do something now; single keys that are switched off can still be chosen by name. */
    public static List<Act> usable(UI ui) {
        return legend(ui).stream()
                .flatMap(keys -> keys.bindings.stream()
                        .filter(binding -> keys.isUsable(binding.key()))
                        .map(binding -> keys.act(binding)))
                .toList();
    }

    private Act act(Binding binding) {
        String key = normal(binding.key());
        Runnable meant = actions.get(key);
        return new Act(binding.key(), binding.meaning(), decisions || resting.contains(key), () -> {
            if (Objects.equals(actions.get(key), meant)) {
                pressUnlessResting(key);
            }
        });
    }

    private void pressUnlessResting(String key) {
        UI ui = owner.getUI().orElse(null);
        if (ui != null && resting.contains(normal(key)) && isUsable(key)) {
            long now = System.nanoTime();
            LastUse last = ComponentUtil.getData(ui, LastUse.class);
            if (last != null && now - last.nanos() < REST_NANOS) {
                return;
            }
            ComponentUtil.setData(ui, LastUse.class, new LastUse(now));
        }
        press(key);
    }

    /** Acts as the key does, for pages that have their own way to it. */
    public void press(String key) {
        Runnable action = actions.get(normal(key));
        if (action != null && isUsable(key)) {
            action.run();
        }
    }

    private boolean isUsable(String key) {
        BooleanSupplier now = usable.get(normal(key));
        return now != null && now.getAsBoolean();
    }

    private void tellKeys() {
        if (owner.isAttached()) {
            owner.getElement()
                    .executeJs(
                            "this.__boundKeys = $0.split(' '); this.__restingKeys = $1.split(' ')",
                            String.join(" ", actions.keySet()),
                            String.join(" ", resting));
        }
    }

    private static String normal(String key) {
        return key.length() == 1 ? key.toUpperCase(Locale.ROOT) : key;
    }

    @SuppressWarnings("unchecked")
    private static List<SingleKeys> legend(UI ui) {
        Object known = ComponentUtil.getData(ui, SingleKeys.class.getName());
        if (known == null) {
            known = new ArrayList<SingleKeys>();
            ComponentUtil.setData(ui, SingleKeys.class.getName(), known);
        }
        return (List<SingleKeys>) known;
    }
}
