package vn.haiphong.hotline1022.application.port;

import java.util.List;

/** Which files somebody sent may stay: the same judgement at every door (Giả định A-22). */
public interface SentFiles {

    Judged judge(List<NewPetition.File> sent);

    /** @param refused which may not, and why, in Vietnamese */
    record Judged(List<NewPetition.File> files, List<String> refused) {}
}
