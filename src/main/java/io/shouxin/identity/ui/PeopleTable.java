package io.shouxin.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.shouxin.identity.Member;
import io.shouxin.identity.StaffAccount;
import io.shouxin.shared.Texts;
import io.shouxin.shared.ui.Panel;
import io.shouxin.shared.ui.PlainTable;
import io.shouxin.shared.ui.RouteLink;
import java.util.List;

/** Everybody with an account, what they may do and where, and how their account stands. */
final class PeopleTable {

    private PeopleTable() {}

    static Panel panel(List<Member> members, MemberWords words) {
        Texts texts = words.texts();
        PlainTable table = new PlainTable(
                texts.get("identity.people.name"),
                texts.get("identity.people.roles"),
                texts.get("identity.people.branches"),
                texts.get("identity.people.state"));
        for (Member member : members) {
            StaffAccount account = member.account();
            Span username = new Span(account.username());
            username.addClassName("small");
            table.row(
                    new Div(
                            new RouteLink(MemberView.address(account.id()), account.displayName()),
                            new Span(" "),
                            username),
                    PlainTable.cell(words.roles(account.roles())),
                    PlainTable.cell(words.branches(account.branches())),
                    words.state(member));
        }
        return new Panel(
                        texts.get("identity.people.title"),
                        new Paragraph(texts.get("identity.people.lead")),
                        table.cardsWhenNarrow())
                .corner(new RouteLink(NewMemberView.ROUTE, texts.get("identity.people.new")));
    }
}
