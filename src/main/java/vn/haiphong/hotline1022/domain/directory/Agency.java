package vn.haiphong.hotline1022.domain.directory;

/**
 * An agency as it is on a day.
 *
 * @param successorCode who takes over its open cases when it ends; null if nobody or several
 * @param checksDrafts whether a second person of the agency checks a draft before the leader sees it (Giả định A-12)
 */
public record Agency(String code, String name, String kind, String successorCode, boolean checksDrafts) {}
