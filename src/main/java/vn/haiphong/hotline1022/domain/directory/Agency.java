package vn.haiphong.hotline1022.domain.directory;

/**
 * An agency as it is on a day.
 *
 * @param successorCode who takes over its open cases when it ends; null if nobody or several
 */
public record Agency(String code, String name, String kind, String successorCode) {}
