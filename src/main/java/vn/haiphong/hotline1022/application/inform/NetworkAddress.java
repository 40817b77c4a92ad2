package vn.haiphong.hotline1022.application.inform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** An address as callers are counted by; never looked up by name. */
public final class NetworkAddress {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int NETWORK = 8; // bytes: who has one IPv6 address has the whole /64
    private static final int LONGEST = 64;

    private NetworkAddress() {}

    public static String of(String from) {
        var written = from == null ? "" : from.strip();
        if (written.contains(":") && IPV6.matcher(written).matches()) {
            try {
                var address = InetAddress.getByName(written);
                return address instanceof Inet6Address
                        ? InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(address.getAddress(), NETWORK), 16))
                                .getHostAddress()
                        : address.getHostAddress();
            } catch (UnknownHostException e) {
                // not an address after all: counted as it is written
            }
        }
        return written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    }
}
