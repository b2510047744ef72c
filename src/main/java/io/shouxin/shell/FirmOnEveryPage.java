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
    public String complaintContact() {
        return firms.find()
                .map(firm -> firm.contactPerson() + " · " + firm.contactPhone() + " · " + firm.contactEmail())
                .orElse("");
    }
}
