package io.shouxin.subject;

import java.util.UUID;

/**
 * A data subject (个人). Holds no personal data: what is known of them lies in records under their key.
 *
 * @param erased true once everything about the person is gone; the id stays so that answers and evidence keep their meaning
 */
public record Subject(UUID id, SubjectKind kind, boolean erased) {}
