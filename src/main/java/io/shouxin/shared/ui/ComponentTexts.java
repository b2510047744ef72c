package io.shouxin.shared.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import io.shouxin.shared.Texts;
import java.util.Arrays;
import java.util.List;

/** Vaadin's own components speak English until told otherwise; this tells them, in the person's language. */
public final class ComponentTexts {

    private ComponentTexts() {}

    public static DatePicker localize(DatePicker picker) {
        Texts texts = UiTexts.current();
        DatePicker.DatePickerI18n i18n = new DatePicker.DatePickerI18n()
                .setMonthNames(list(texts, "ui.date.months"))
                .setWeekdays(list(texts, "ui.date.weekdays"))
                .setWeekdaysShort(list(texts, "ui.date.weekdays-short"))
                .setFirstDayOfWeek(1)
                .setToday(texts.get("ui.date.today"))
                .setCancel(texts.get("ui.cancel"))
                .setDateFormat("yyyy-MM-dd")
                .setBadInputErrorMessage(texts.get("ui.date.bad"))
                .setRequiredErrorMessage(texts.get("ui.required"));
        picker.setI18n(i18n);
        picker.setPlaceholder(texts.get("ui.date.placeholder"));
        return picker;
    }

    public static Upload localize(Upload upload) {
        Texts texts = UiTexts.current();
        UploadI18N i18n = new UploadI18N();
        i18n.setDropFiles(new UploadI18N.DropFiles()
                .setOne(texts.get("ui.upload.drop-one"))
                .setMany(texts.get("ui.upload.drop-many")));
        i18n.setAddFiles(new UploadI18N.AddFiles()
                .setOne(texts.get("ui.upload.add-one"))
                .setMany(texts.get("ui.upload.add-many")));
        i18n.setError(new UploadI18N.Error()
                .setTooManyFiles(texts.get("ui.upload.too-many"))
                .setFileIsTooBig(texts.get("ui.upload.too-big"))
                .setIncorrectFileType(texts.get("ui.upload.bad-type")));
        i18n.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(texts.get("ui.upload.connecting"))
                        .setStalled(texts.get("ui.upload.stalled"))
                        .setProcessing(texts.get("ui.upload.processing"))
                        .setHeld(texts.get("ui.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(texts.get("ui.upload.remaining"))
                        .setUnknown(texts.get("ui.upload.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(texts.get("ui.upload.unavailable"))
                        .setUnexpectedServerError(texts.get("ui.upload.failed"))
                        .setForbidden(texts.get("ui.upload.forbidden"))));
        i18n.setFile(new UploadI18N.File()
                .setRetry(texts.get("ui.upload.retry"))
                .setStart(texts.get("ui.upload.start"))
                .setRemove(texts.get("ui.upload.remove")));
        i18n.setUnits(List.of("B", "KB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"));
        upload.setI18n(i18n);
        return upload;
    }

    /** The built-in sign-in of staff. */
    public static LoginI18n login() {
        Texts texts = UiTexts.current();
        LoginI18n i18n = LoginI18n.createDefault();
        i18n.getForm().setTitle(texts.get("ui.login.title"));
        i18n.getForm().setUsername(texts.get("ui.login.user"));
        i18n.getForm().setPassword(texts.get("ui.login.password"));
        i18n.getForm().setSubmit(texts.get("ui.login.submit"));
        i18n.getForm().setForgotPassword(texts.get("ui.login.forgot"));
        i18n.getErrorMessage().setTitle(texts.get("ui.login.error"));
        i18n.getErrorMessage().setMessage(texts.get("ui.login.error-what"));
        i18n.getErrorMessage().setUsername(texts.get("ui.login.user-missing"));
        i18n.getErrorMessage().setPassword(texts.get("ui.login.password-missing"));
        return i18n;
    }

    /** Vaadin gives the focus to the button that does it. */
    private static final String FOCUS_CANCEL = """
            document.addEventListener('vaadin-overlay-open', opened => {
              const cancel = opened.target.querySelector('[slot="cancel-button"]');
              if (cancel) cancel.focus();
            }, {once: true});
            """;

    /** A question before something that cannot be undone; the button's words are the statement, and Enter does nothing. */
    public static ConfirmDialog confirm(String question, String consequence, String statement, Runnable yes) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setText(consequence);
        dialog.setCancelable(true);
        dialog.setCancelText(UiTexts.text("ui.cancel"));
        dialog.setConfirmText(statement);
        dialog.addConfirmListener(confirmed -> yes.run());
        dialog.addAttachListener(attached -> dialog.getElement().executeJs(FOCUS_CANCEL));
        return dialog;
    }

    private static List<String> list(Texts texts, String key) {
        return Arrays.asList(texts.get(key).split(",", -1));
    }
}
