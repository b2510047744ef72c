package io.shouxin.request.internal;

import io.shouxin.deadline.DeadlineTexts;
import io.shouxin.notification.Address;
import io.shouxin.notification.Messages;
import io.shouxin.notification.Outgoing;
import io.shouxin.platform.Firms;
import io.shouxin.platform.KeyScope;
import io.shouxin.request.CaseText;
import io.shouxin.request.SubjectRequest;
import io.shouxin.shared.ChinaTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the client what happens in their case; numbers and dates only, never what the records say. */
@Component
class CaseMessages {

    private final Messages messages;
    private final CaseTexts texts;
    private final Firms firms;
    private final Clock clock;

    CaseMessages(Messages messages, CaseTexts texts, Firms firms, Clock clock) {
        this.messages = messages;
        this.texts = texts;
        this.firms = firms;
        this.clock = clock;
    }

    /** To whoever asks. */
    void send(SubjectRequest request, String template, @Nullable LocalDate day) {
        send(
                request,
                template,
                day,
                texts.last(request.id(), CaseText.Kind.CONTACT_PHONE).orElse(""),
                texts.last(request.id(), CaseText.Kind.CONTACT_EMAIL).orElse(""));
    }

    /** To somebody else whom the case concerns. */
    void send(SubjectRequest request, String template, @Nullable LocalDate day, String phone, String email) {
        Locale locale = request.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        String date = day == null
                ? ""
                : DeadlineTexts.of(locale, ChinaTime.today(clock)).date(day);
        messages.send(new Outgoing(
                request.id().value(),
                template,
                request.language(),
                new Address(phone, email),
                KeyScope.caseFile(request.id().value()),
                List.of(firms.firm().name(), request.reference(), date),
                null));
    }
}
