package io.shouxin.record.imports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The firm's branches by the names that lists give them: spaces, width and case do not count, nor the firm's name in front nor a 店 at
 * the end. A name that fits two branches fits none.
 */
public final class BranchNames {

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern SEPARATORS = Pattern.compile("^[\\p{P}\\p{S}]+");
    private static final Pattern SHOP = Pattern.compile("(分店|门店|店)$");

    private final List<String> firm;
    private final Map<String, Set<UUID>> byName = new HashMap<>();
    private final Map<String, Set<UUID>> byShortName = new HashMap<>();

    /** @param firm its name, empty before the set-up; what stands in brackets may be missing in lists */
    public BranchNames(String firm, Map<UUID, String> branches) {
        String name = plain(firm);
        this.firm = Stream.of(name, BRACKETS.matcher(name).replaceAll(""))
                .filter(each -> !each.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        branches.forEach((id, called) -> {
            String plain = plain(called);
            byName.computeIfAbsent(plain, key -> new HashSet<>()).add(id);
            byShortName
                    .computeIfAbsent(shortened(plain), key -> new HashSet<>())
                    .add(id);
        });
    }

    public Optional<UUID> find(String written) {
        String plain = plain(written);
        String shortened = shortened(plain);
        return only(byName, plain).or(() -> shortened.isEmpty() ? Optional.empty() : only(byShortName, shortened));
    }

    private static Optional<UUID> only(Map<String, Set<UUID>> names, String name) {
        Set<UUID> called = names.getOrDefault(name, Set.of());
        return called.size() == 1 ? called.stream().findFirst() : Optional.empty();
    }

    private static String plain(String name) {
        return Chars.withoutSpaces(Chars.halfWidth(name)).toLowerCase(Locale.ROOT);
    }

    private String shortened(String plain) {
        String name = plain;
        for (String front : firm) {
            if (name.startsWith(front)) {
                name = SEPARATORS.matcher(name.substring(front.length())).replaceFirst("");
                break;
            }
        }
        return SHOP.matcher(name).replaceFirst("");
    }
}
