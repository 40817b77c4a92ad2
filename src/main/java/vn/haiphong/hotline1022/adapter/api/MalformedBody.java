package vn.haiphong.hotline1022.adapter.api;

import vn.haiphong.hotline1022.application.inform.Language;

/** The body is no JSON object, or not even text. */
class MalformedBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String english;

    MalformedBody(String vietnamese, String english) {
        super(vietnamese);
        this.english = english;
    }

    String in(Language language) {
        return language.choose(getMessage(), english);
    }
}
