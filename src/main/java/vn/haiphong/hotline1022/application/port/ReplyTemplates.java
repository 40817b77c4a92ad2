package vn.haiphong.hotline1022.application.port;

import java.util.List;

/** Texts an officer may begin an answer with; administrators keep them in the register. */
public interface ReplyTemplates {

    /** @return those of this field first, then those of any */
    List<Template> of(String field);

    /** @param ending for which it is meant, e.g. fixed */
    record Template(String name, String ending, String text) {}
}
