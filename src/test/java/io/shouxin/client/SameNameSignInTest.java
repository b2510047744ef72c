package io.shouxin.client;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import io.shouxin.record.Category;
import io.shouxin.record.Classification;
import io.shouxin.record.NewRecord;
import io.shouxin.record.Records;
import io.shouxin.shared.ui.Code;
import io.shouxin.spine.TestFirm;
import io.shouxin.subject.IdentifierKind;
import io.shouxin.subject.IndexEntry;
import io.shouxin.subject.SubjectKind;
import io.shouxin.subject.Subjects;
import io.shouxin.testing.BrowserlessPages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people of one number and one name: a third thing tells which of them signs in, or somebody calls. */
class SameNameSignInTest extends ClientPages {

    private static final String NAME = "王小明";

    @Autowired
    SameNameSignInTest(ApplicationContext context) {
        super(context);
    }

    @Test
    void the_end_of_the_identity_number_tells_which_of_two_of_one_name_signs_in() {
        String phone = "13955550001";
        person(phone, "110101198001010011");
        person(phone, "110101198101010022");
        upToTheEndOfTheNumber(phone);
        assertThat(BrowserlessPages.text()).doesNotContain("2 位客户", "两位");

        _setValue(_get(TextField.class), "999999");
        click("继续");
        assertThat(_get(TextField.class).isInvalid()).isTrue();
        _setValue(_get(TextField.class), "010022");
        click("继续");
        BrowserlessPages.go("mine");
        assertThat(title()).isEqualTo("我们保存了您的哪些信息");
    }

    @Test
    void whoever_cannot_be_told_apart_gets_a_case_in_which_a_clerk_must_look() {
        String phone = "13955550002";
        UUID one = person(phone, "");
        UUID other = person(phone, "");
        upToTheEndOfTheNumber(phone);
        click("提交申请，请给我打电话");
        String reference = _get(Code.class).getElement().getTextRecursively();
        Map<String, Object> row = context.getBean(JdbcClient.class)
                .sql("SELECT id, subject_id, call_back FROM request WHERE reference = ?")
                .param(reference.strip())
                .query()
                .singleRow();
        assertThat(row.get("subject_id")).isNull();
        assertThat(row.get("call_back")).isEqualTo("WANTED");
        var candidates = firm.asStaff("clerk", () -> context.getBean(io.shouxin.request.Requesters.class)
                .candidates(new io.shouxin.request.RequestId((UUID) row.get("id"))));
        assertThat(candidates)
                .allMatch(io.shouxin.request.Requesters.Candidate::sameName)
                .extracting(io.shouxin.request.Requesters.Candidate::subject)
                .containsExactlyInAnyOrder(one, other);
    }

    private void upToTheEndOfTheNumber(String phone) {
        codePageFor(phone);
        typeCode(newestCode());
        assertThat(title()).isEqualTo("您是哪一位？");
        _setValue(_get(TextField.class), NAME);
        click("继续");
        assertThat(title()).isEqualTo("还差一步");
    }

    private UUID person(String phone, String idNumber) {
        UUID id = UUID.randomUUID();
        context.getBean(Subjects.class).createAll(Map.of(id, SubjectKind.CLIENT));
        Map<String, String> values = idNumber.isEmpty()
                ? Map.of("NAME", NAME, "PHONE", phone)
                : Map.of("NAME", NAME, "PHONE", phone, "ID_NUMBER", idNumber);
        UUID record = Objects.requireNonNull(context.getBean(Records.class)
                .store(List.of(new NewRecord(
                        id,
                        TestFirm.BRANCH,
                        Category.IDENTITY,
                        Classification.POLICY_SENSITIVE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        values)))
                .get(0));
        context.getBean(Subjects.class).index(List.of(new IndexEntry(id, record, IdentifierKind.PHONE, phone)));
        return id;
    }
}
