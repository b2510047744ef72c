package io.shouxin.setup;

/** Under whose law the firm works. Only where every table has its rows can a firm be set up. */
public enum Jurisdiction {
    /** The mainland of China. */
    CN
}
