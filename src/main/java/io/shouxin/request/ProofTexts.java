package io.shouxin.request;

import io.shouxin.shared.Texts;

/** A proof file in words. */
public final class ProofTexts {

    private static final double KILOBYTE = 1024;
    private static final double MEGABYTE = 1024 * KILOBYTE;

    private ProofTexts() {}

    /** Which it is, what it is and how large; only the first where nothing of it was kept. */
    public static String name(ProofFile file, Texts texts) {
        if (file.mediaType() == null) {
            return texts.get("request.proof.number", file.number());
        }
        String size = file.size() < MEGABYTE
                ? Math.round(Math.ceil(file.size() / KILOBYTE)) + " KB"
                : Math.round(file.size() / MEGABYTE * 10) / 10.0 + " MB";
        return texts.get("request.proof.photo", file.number(), size);
    }

    /** How far it has come, for the staff. */
    public static String state(ProofFile file, Texts texts) {
        if (file.problem() != null) {
            return texts.get("request.proof.state.REFUSED", texts.label(file.problem()));
        }
        if (file.isUnsent()) {
            return texts.get("request.proof.state.UNSENT");
        }
        ProofFile.Judgement judgement = file.judgement();
        return file.isKept() && judgement != null
                ? texts.get("request.proof.judged." + judgement.name())
                : texts.get("request.proof.state." + file.state().name());
    }
}
