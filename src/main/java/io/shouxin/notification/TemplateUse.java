package io.shouxin.notification;

import io.shouxin.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A template that a provider has approved, and what fills its places.
 *
 * @param id the provider's code of the template
 * @param places in the order of the template
 */
public record TemplateUse(String id, List<Place> places) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");

    /**
     * @param name how the provider calls the place; providers that count them do not look at it
     * @param argument how we call what goes there, see {@link Notices#arguments}
     */
    public record Place(String name, String argument) {

        String text() {
            return name.equals(argument) ? name : name + "=" + argument;
        }
    }

    public TemplateUse {
        places = List.copyOf(places);
    }

    /**
     * Reads what an administrator typed: {@code SMS_123} and {@code code} or {@code no=number, day=date}.
     *
     * @param field that is named if it cannot be read
     */
    public static TemplateUse read(String field, String template, String id, String places) {
        ChannelSettings.require(ID.matcher(id.strip()).matches(), field, "channels.error.templateId");
        List<Place> read = new ArrayList<>();
        for (String part : places.split("[,，、]")) {
            if (part.isBlank()) {
                continue;
            }
            String[] sides = part.strip().split("\\s*=\\s*", 2);
            String argument = sides[sides.length - 1];
            if (!NAME.matcher(sides[0]).matches()
                    || !Notices.arguments(template).contains(argument)) {
                throw new InvalidInput(field, "channels.error.places", String.join(", ", Notices.arguments(template)));
            }
            read.add(new Place(sides[0], argument));
        }
        return new TemplateUse(id.strip(), read);
    }

    /** As {@link #read} reads it. */
    public String placesText() {
        return places.stream().map(Place::text).collect(Collectors.joining(", "));
    }

    /** By the provider's names. */
    public Map<String, String> named(Map<String, String> arguments) {
        return places.stream()
                .collect(Collectors.toMap(
                        Place::name,
                        place -> arguments.getOrDefault(place.argument(), ""),
                        (first, second) -> first,
                        java.util.LinkedHashMap::new));
    }

    /** In the order of the template. */
    public List<String> counted(Map<String, String> arguments) {
        return places.stream()
                .map(place -> arguments.getOrDefault(place.argument(), ""))
                .toList();
    }
}
