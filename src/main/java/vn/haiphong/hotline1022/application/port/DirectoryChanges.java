package vn.haiphong.hotline1022.application.port;

import vn.haiphong.hotline1022.domain.directory.DirectoryChange;

/** Changes of agencies and areas, written down and carried out. */
public interface DirectoryChanges {

    /** As the text of a {@link RuleChanges.Change}. */
    String write(DirectoryChange change);

    DirectoryChange read(String text);

    /** Writes the dated rows; for all nodes within half a minute of the commit. */
    void apply(long changeId, DirectoryChange change);

    /** Makes the rows what they were before that change. */
    void takeBack(long changeId);
}
