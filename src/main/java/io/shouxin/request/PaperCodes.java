package io.shouxin.request;

/** Gives out the codes by which anybody can check a paper at one place, whatever it answers. */
public interface PaperCodes {

    /** One that was never given out. */
    String fresh();
}
