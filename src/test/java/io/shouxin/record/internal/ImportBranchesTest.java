package io.shouxin.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shouxin.record.ImportView;
import io.shouxin.shared.NotFound;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which branch a list belongs to. */
class ImportBranchesTest extends ImportsOnADatabase {

    @Autowired
    ImportBranchesTest(Tools tools) {
        super(tools);
    }

    @Test
    void an_import_of_another_branch_does_not_exist() {
        ImportView view = imported("clients.csv", csv("姓名,手机号", "连他店,13911110071"));
        Stage.actor = clerk(UUID.randomUUID());
        assertThatThrownBy(() -> imports.get(view.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> imports.rejects(view.id())).isInstanceOf(NotFound.class);
        assertThat(imports.list(0, 10)).isEmpty();
    }
}
