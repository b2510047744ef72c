package io.shouxin.notification;

/** What a person must have to be reached: a mobile number or a mail address. */
public enum Medium {
    SMS,
    MAIL
}
