package io.martech.connect.sandbox.quickstart.view;

import java.util.List;

/** Where the figures are shown again and again. */
public interface View {

    /** Shows the present figures, one for each resource. It may be called more often than anybody can read. */
    void show(List<Figures> figures);

    /** The figures shown last stay; whatever is printed next stands below them. */
    void leave();
}
