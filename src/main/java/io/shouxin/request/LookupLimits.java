package io.shouxin.request;

/** Keeps strangers from trying out codes and numbers; implemented by the identity module. */
public interface LookupLimits {

    /** Whether this network address may look up one more verification code. */
    boolean allowsVerification(String address);
}
