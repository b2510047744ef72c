package io.shouxin.setup;

import io.shouxin.identity.Username;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Sector;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was answered so far; null is what was not asked yet. Each answer refuses what cannot be one.
 *
 * @param provedEpoch the wrapping key that a copy was proved to hold
 */
public record SetUpAnswers(
        @Nullable Name firm,
        @Nullable Contact contact,
        @Nullable Authority authority,
        @Nullable List<Shop> branches,
        @Nullable Jurisdiction jurisdiction,
        @Nullable Long people,
        @Nullable FirstAdministrator administrator,
        @Nullable Integer provedEpoch) {

    public static final SetUpAnswers NONE = new SetUpAnswers(null, null, null, null, null, null, null, null);

    private static final int LONGEST = 120;
    private static final long MOST_PEOPLE = 2_000_000_000L;

    public SetUpAnswers {
        if (branches != null) {
            branches = List.copyOf(branches);
            requireBranches(branches);
        }
        if (people != null && !isHeadcount(people)) {
            throw new InvalidInput("/people", "setup.people.error");
        }
    }

    /** The firm as its business licence names it, and where it is. */
    public record Name(String name, String address) {

        public Name {
            name = text("/name", name, "setup.firm.error.name");
            address = text("/address", address, "setup.firm.error.address");
        }
    }

    /** Whom clients ask about their data (PIPL 17). */
    public record Contact(String person, String phone, String email) {

        private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
        private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()+-]{3,30}(转 ?[0-9]{1,6})?");
        private static final int FEWEST_DIGITS = 5;

        public Contact {
            person = text("/person", person, "setup.contact.error.person");
            phone = text("/phone", phone, "setup.contact.error.phone");
            email = text("/email", email, "setup.contact.error.email");
            if (!PHONE.matcher(phone).matches()
                    || phone.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
                throw new InvalidInput("/phone", "setup.contact.error.phone");
            }
            if (!EMAIL.matcher(email).matches()) {
                throw new InvalidInput("/email", "setup.contact.error.email");
            }
        }
    }

    /** Where clients may complain besides the ways that every firm has. */
    public record Authority(String name, String englishName) {

        public Authority {
            name = text("/authority", name, "setup.authority.error");
            englishName = englishName.strip();
            if (englishName.length() > LONGEST) {
                throw new InvalidInput("/authorityEnglish", "setup.error.long", LONGEST);
            }
        }
    }

    /** A branch and its trade. */
    public record Shop(String name, Sector sector) {

        public Shop {
            name = text("/branches", name, "setup.branches.error.name");
        }
    }

    /** Who can let everybody else in. The password is hashed before it is kept. */
    public record FirstAdministrator(String username, String displayName, String passwordHash) {

        public FirstAdministrator {
            username = new Username(username).value();
            displayName = text("/displayName", displayName, "setup.admin.error.name");
        }

        @Override
        public String toString() {
            return "FirstAdministrator";
        }
    }

    public SetUpAnswers with(Name answer) {
        return new SetUpAnswers(answer, contact, authority, branches, jurisdiction, people, administrator, provedEpoch);
    }

    public SetUpAnswers with(Contact answer) {
        return new SetUpAnswers(firm, answer, authority, branches, jurisdiction, people, administrator, provedEpoch);
    }

    public SetUpAnswers with(Authority answer) {
        return new SetUpAnswers(firm, contact, answer, branches, jurisdiction, people, administrator, provedEpoch);
    }

    public SetUpAnswers withBranches(List<Shop> answer) {
        return new SetUpAnswers(firm, contact, authority, answer, jurisdiction, people, administrator, provedEpoch);
    }

    public SetUpAnswers with(Jurisdiction answer) {
        return new SetUpAnswers(firm, contact, authority, branches, answer, people, administrator, provedEpoch);
    }

    public SetUpAnswers withPeople(long answer) {
        return new SetUpAnswers(firm, contact, authority, branches, jurisdiction, answer, administrator, provedEpoch);
    }

    public SetUpAnswers with(FirstAdministrator answer) {
        return new SetUpAnswers(firm, contact, authority, branches, jurisdiction, people, answer, provedEpoch);
    }

    public SetUpAnswers withProof(@Nullable Integer epoch) {
        return new SetUpAnswers(firm, contact, authority, branches, jurisdiction, people, administrator, epoch);
    }

    /** The first question that was not answered yet. */
    public Optional<SetUpStep> missing() {
        @Nullable Object[] answers = {firm, contact, authority, branches, jurisdiction, people, administrator, provedEpoch};
        for (SetUpStep step : SetUpStep.values()) {
            if (step.ordinal() < answers.length && answers[step.ordinal()] == null) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    static boolean isHeadcount(long people) {
        return people >= 1 && people <= MOST_PEOPLE;
    }

    private static void requireBranches(List<Shop> branches) {
        Set<String> names = new HashSet<>();
        if (branches.isEmpty()) {
            throw new InvalidInput("/branches", "setup.branches.error.none");
        }
        branches.forEach(branch -> {
            if (!names.add(branch.name())) {
                throw new InvalidInput("/branches", "setup.branches.error.twice", branch.name());
            }
        });
    }

    private static String text(String pointer, String given, String missing) {
        String text = given.strip();
        if (text.isEmpty()) {
            throw new InvalidInput(pointer, missing);
        }
        if (text.length() > LONGEST) {
            throw new InvalidInput(pointer, "setup.error.long", LONGEST);
        }
        return text;
    }
}
