package io.shouxin.shared.ui;

/**
 * The firm (个人信息处理者) whose name and complaint contact every client page shows: PIPL Art. 17(1)1 and 50 want both
 * in sight. One bean implements it; without one the layouts show the product's name.
 */
public interface FirmDetails {

    /** The firm's name as clients know it, e.g. 某某房产. */
    String name();

    /** The person in charge of personal information, to whom one complains. */
    String contactPerson();

    String contactPhone();

    String contactEmail();
}
