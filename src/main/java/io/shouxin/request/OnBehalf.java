package io.shouxin.request;

import io.shouxin.record.ContactForms;
import io.shouxin.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who asks for another person. Who they are themselves stands in the request's contact.
 *
 * @param capacity never {@link Capacity#SELF}
 * @param ward of a guardian, else null
 * @param lawyer whether an agent is a practising lawyer, of whom no more is asked than the law does
 * @param person what they say of whose data it is
 * @param relation how they are related, in their words; may be empty
 * @param interest of a relative their own lawful and proper interest (PIPL 49), in their words; else empty
 */
public record OnBehalf(
        Capacity capacity, @Nullable Ward ward, boolean lawyer, Person person, String relation, String interest) {

    /**
     * @param name of the person whose data it is
     * @param phone as given, kept in the normal form; may be empty
     * @param idNumber as given; may be empty
     */
    public record Person(String name, String phone, String idNumber) {

        /**
         * @throws InvalidInput if the name is missing or the number cannot be read
         */
        public Person {
            name = name.strip();
            idNumber = idNumber.strip();
            if (name.isEmpty()) {
                throw new InvalidInput("/onBehalf/person/name", "request.error.fieldMissing.personName");
            }
            phone = phone.isBlank()
                    ? ""
                    : ContactForms.phone(phone)
                            .orElseThrow(
                                    () -> new InvalidInput("/onBehalf/person/phone", "request.error.phoneUnreadable"));
        }
    }

    /**
     * @throws InvalidInput if what is said does not go together, or a relative names no interest
     */
    public OnBehalf {
        relation = relation.strip();
        interest = interest.strip();
        if (!capacity.isForAnother()) {
            throw new InvalidInput("/onBehalf/capacity", "request.error.valueUnknown", capacity);
        }
        if ((capacity == Capacity.GUARDIAN) != (ward != null)) {
            throw new InvalidInput("/onBehalf/ward", "request.error.wardOfGuardian");
        }
        if (lawyer && capacity != Capacity.AGENT) {
            throw new InvalidInput("/onBehalf/lawyer", "request.error.lawyerOfAgent");
        }
        if ((capacity == Capacity.RELATIVE) == interest.isEmpty()) {
            throw new InvalidInput("/onBehalf/interest", "request.error.interestOfRelative");
        }
    }
}
