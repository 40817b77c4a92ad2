package vn.haiphong.hotline1022.application.port;

import java.util.Map;

/** The letters of the house: templates in resources, filled in as text and HTML. */
public interface Letters {

    Letter write(String template, Map<String, Object> facts);

    /** The same occasion in a few words, for an SMS. */
    String brief(String template, Map<String, Object> facts);

    record Letter(String subject, String text, String html) {}
}
