package io.shouxin.setup.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.shouxin.setup.ScaleTiers;
import io.shouxin.setup.SetUp;
import io.shouxin.setup.SetUpAnswers;
import io.shouxin.setup.SetUpDoor;
import io.shouxin.setup.SetUpStep;
import io.shouxin.shared.AccessRefused;
import io.shouxin.shared.InvalidInput;
import io.shouxin.shared.StateRefused;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.ErrorBox;
import io.shouxin.shared.ui.QuestionPage;
import io.shouxin.shared.ui.SummaryList;
import io.shouxin.shared.ui.UiTexts;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All answers once more, each with its way back; then the firm exists. */
@Route("setup/check")
@AnonymousAllowed
class CheckPage extends SetUpPage {

    private static final String LINES = " · ";

    private final ScaleTiers tiers;

    CheckPage(SetUp setUp, SetUpDoor door, ScaleTiers tiers) {
        super(setUp, door, SetUpStep.CHECK);
        this.tiers = tiers;
    }

    @Override
    void ask(SetUpAnswers answers) {
        Texts texts = UiTexts.current();
        add(new QuestionPage(texts.get("setup.check.title"))
                .back(SetUpStep.KEY.route())
                .lead(texts.get("setup.check.lead"))
                .content(problems(), summary(answers, texts))
                .primary(texts.get("setup.check.finish"), this::finish));
    }

    private void finish() {
        try {
            setUp.finish(holder());
        } catch (InvalidInput refused) {
            say(ErrorBox.of(refused));
            return;
        } catch (StateRefused | AccessRefused over) {
            UI.getCurrent().navigate("setup");
            return;
        }
        Texts texts = UiTexts.current();
        removeAll();
        OrderedList next = new OrderedList();
        Stream.of("people", "import", "backup", "counsel", "channels")
                .forEach(each -> next.add(new ListItem(texts.get("setup.done." + each))));
        add(new QuestionPage(texts.get("setup.done.title"))
                .lead(texts.get("setup.done.lead"))
                .content(next)
                .primary(
                        texts.get("setup.done.signIn"),
                        () -> UI.getCurrent().getPage().setLocation("staff/login")));
    }

    private SummaryList summary(SetUpAnswers answers, Texts texts) {
        SetUpAnswers.Name firm = Objects.requireNonNull(answers.firm());
        SetUpAnswers.Contact contact = Objects.requireNonNull(answers.contact());
        SetUpAnswers.Authority authority = Objects.requireNonNull(answers.authority());
        SetUpAnswers.FirstAdministrator first = Objects.requireNonNull(answers.administrator());
        long people = Objects.requireNonNull(answers.people());
        SummaryList list = new SummaryList();
        row(list, SetUpStep.FIRM, firm.name() + LINES + firm.address());
        row(list, SetUpStep.CONTACT, contact.person() + LINES + contact.phone() + LINES + contact.email());
        row(
                list,
                SetUpStep.AUTHORITY,
                authority.englishName().isEmpty()
                        ? authority.name()
                        : authority.name() + LINES + authority.englishName());
        row(
                list,
                SetUpStep.BRANCHES,
                Objects.requireNonNull(answers.branches()).stream()
                        .map(shop -> texts.get("setup.check.branch", shop.name(), texts.label(shop.sector())))
                        .collect(Collectors.joining(LINES)));
        row(list, SetUpStep.JURISDICTION, texts.label(Objects.requireNonNull(answers.jurisdiction())));
        row(
                list,
                SetUpStep.PEOPLE,
                texts.get(
                        "setup.check.people", people, texts.get(tiers.of(people).textKey() + ".title")));
        row(list, SetUpStep.ADMINISTRATOR, first.displayName() + LINES + first.username());
        row(list, SetUpStep.KEY, texts.get("setup.check.key"));
        return list;
    }

    private static void row(SummaryList list, SetUpStep step, String value) {
        list.row(UiTexts.current().label(step), value, () -> change(step));
    }
}
