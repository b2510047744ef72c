package io.shouxin.platform;

/**
 * Named places at which a test may stop the whole process, to prove that what was begun is completed exactly once. In the
 * product every place is passed.
 */
public interface Failpoints {

    void pass(String place);
}
