package vn.haiphong.hotline1022.application.port;

import java.util.List;

/** Whom to tell: people behind the roles of the ladder. */
public interface Contacts {

    /** @param agencyCode the agency whose officer, focal, leader is meant; '' for roles of the city and of 1022 */
    List<Contact> of(String role, String agencyCode);

    record Contact(String name, String email) {}
}
