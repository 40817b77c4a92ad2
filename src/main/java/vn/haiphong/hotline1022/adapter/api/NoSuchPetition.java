package vn.haiphong.hotline1022.adapter.api;

/** There is no petition of this code, or the key is not its key: from outside it is the same. */
class NoSuchPetition extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
