package io.shouxin.document;

/**
 * A member of staff on a certificate: the role and a label, not a name.
 *
 * @param role the role in words
 * @param label the staff label, such as 员工 0031
 */
public record StaffMark(String role, String label) {

    public StaffMark {
        Required.text("role", role);
        Required.text("label", label);
    }
}
