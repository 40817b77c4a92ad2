package vn.haiphong.hotline1022.adapter.open311;

import java.util.Locale;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

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

    /** XML, unless JSON is asked for and nothing of XML before it. */
    static Format preferred(String accept) {
        if (accept == null) {
            return XML;
        }
        try {
            var wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                            .filter(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON)
                                    || type.isCompatibleWith(MediaType.TEXT_XML)
                                    || type.isCompatibleWith(MediaType.APPLICATION_XML))
                            .findFirst()
                            .filter(type -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON))
                            .isPresent()
                    ? JSON
                    : XML;
        } catch (InvalidMediaTypeException e) {
            return XML;
        }
    }

    /** For what goes wrong before anybody has looked at the address. */
    static Format ofAddress(String address) {
        return address != null && address.endsWith(".json") ? JSON : XML;
    }
}
