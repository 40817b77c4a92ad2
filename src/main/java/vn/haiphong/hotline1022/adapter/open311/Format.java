package vn.haiphong.hotline1022.adapter.open311;

import java.util.Locale;

/** How an answer is written; the ending of the address says it. XML is the one everybody must understand. */
enum Format {
    XML("text/xml; charset=utf-8"),
    JSON("application/json; charset=utf-8");

    final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    static Format of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** For what goes wrong before anybody has looked at the address. */
    static Format ofAddress(String address) {
        return address != null && address.endsWith(".json") ? JSON : XML;
    }
}
