package io.shouxin.identity.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.identity.MemberProfile;
import io.shouxin.identity.StaffAccount;
import io.shouxin.platform.Branch;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.Role;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Choices;
import io.shouxin.shared.ui.FieldErrors;
import io.shouxin.shared.ui.UiTexts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Name, roles and branches of a member of the firm; nothing is chosen beforehand. */
final class MemberForm extends Div {

    private final TextField name = new TextField(UiTexts.text("identity.people.displayName"));
    private final CheckboxGroup<Role> roles = Choices.many(UiTexts.text("identity.people.roles"));
    private final CheckboxGroup<Branch> branches = Choices.many(UiTexts.text("identity.people.branches"));
    private final List<Branch> all;
    private final Map<String, HasValidation> fields = new HashMap<>();

    MemberForm(List<Branch> all) {
        this.all = all;
        Texts texts = UiTexts.current();
        addClassName("stacked-fields");
        name.setWidth("22em");
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(
                role -> texts.get("identity.role", texts.label(role), texts.get("identity.role." + role.name())));
        branches.setItems(all);
        branches.setItemLabelGenerator(branch -> branch.label(texts));
        fields.putAll(Map.of("/displayName", name, "/roles", roles, "/branches", branches));
        add(name, roles, branches);
    }

    /** A further field, before the others, at which a refusal of this pointer is shown. */
    void first(String pointer, TextField field) {
        fields.put(pointer, field);
        addComponentAsFirst(field);
    }

    void show(StaffAccount account) {
        name.setValue(account.displayName());
        roles.setValue(account.roles());
        branches.setValue(all.stream()
                .filter(branch -> account.branches().contains(branch.id()))
                .collect(Collectors.toSet()));
    }

    MemberProfile read() {
        FieldErrors.clear(fields);
        Set<UUID> chosen = branches.getValue().stream().map(Branch::id).collect(Collectors.toSet());
        return new MemberProfile(name.getValue(), new HashSet<>(roles.getValue()), chosen);
    }

    /** Shows what is wrong at its field; false where it is about none of them. */
    boolean mark(InvalidInput refused) {
        return FieldErrors.mark(refused, fields);
    }
}
