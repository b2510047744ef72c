package io.shouxin.document;

import io.shouxin.document.internal.CertificatePdf;
import io.shouxin.document.internal.LetterPdf;
import io.shouxin.document.internal.PdfFonts;
import io.shouxin.document.internal.ReceiptPdf;
import io.shouxin.shared.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The PDFs that a client or an auditor gets, from records in to bytes out. The locale chooses the fixed words; the
 * words inside the content must be of the same language.
 */
@Component
public class PdfDocuments {

    private final PdfFonts fonts = new PdfFonts();

    public byte[] receipt(ReceiptContent content, Locale locale) {
        return ReceiptPdf.render(content, Texts.of(locale), fonts);
    }

    public byte[] letter(LetterContent content, Locale locale) {
        return LetterPdf.render(content, Texts.of(locale), fonts);
    }

    public byte[] certificate(CertificateContent content, Locale locale) {
        return CertificatePdf.render(content, Texts.of(locale), fonts);
    }
}
