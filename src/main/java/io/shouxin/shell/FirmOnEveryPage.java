package io.shouxin.shell;

import io.shouxin.platform.Firm;
import io.shouxin.platform.Firms;
import io.shouxin.shared.ui.FirmDetails;
import org.springframework.stereotype.Component;

/** The firm's name at the head and its contact at the foot of every client page (PIPL 17). */
@Component
class FirmOnEveryPage implements FirmDetails {

    private final Firms firms;

    FirmOnEveryPage(Firms firms) {
        this.firms = firms;
    }

    @Override
    public String name() {
        return firms.find().map(Firm::name).orElse("");
    }

    @Override
    public String contactPerson() {
        return firms.find().map(Firm::contactPerson).orElse("");
    }

    @Override
    public String contactPhone() {
        return firms.find().map(Firm::contactPhone).orElse("");
    }

    @Override
    public String contactEmail() {
        return firms.find().map(Firm::contactEmail).orElse("");
    }
}
