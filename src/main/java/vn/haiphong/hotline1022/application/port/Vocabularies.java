package vn.haiphong.hotline1022.application.port;

import java.time.LocalDate;
import vn.haiphong.hotline1022.domain.rules.Vocabulary;

/** What the columns of the tables may hold, from the directory as it stands on a day. */
public interface Vocabularies {

    Vocabulary on(LocalDate day);
}
