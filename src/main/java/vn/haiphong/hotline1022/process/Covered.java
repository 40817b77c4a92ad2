package vn.haiphong.hotline1022.process;

/** What a form shows in place of the words of a confidential case: they stay in the register, where every look is kept. */
public final class Covered {

    public static final String ASK_THE_REGISTER =
            "Hồ sơ mật. Nội dung và địa điểm chỉ có trong thẻ Hồ sơ; mỗi lần xem đều được ghi lại.";

    private Covered() {}
}
