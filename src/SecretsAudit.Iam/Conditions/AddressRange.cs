using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SecretsAudit.Iam.Conditions;

/// <summary>An IPv4 or IPv6 range in CIDR form; a lone address is the range of itself. The two families never contain each other.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4632"/>
internal readonly record struct AddressRange(bool IsV6, UInt128 First, int PrefixLength)
{
    private int Width => IsV6 ? 128 : 32;

    /// <summary>The last address's bits.</summary>
    public UInt128 Last => PrefixLength == 0 && IsV6 ? UInt128.MaxValue : First + ((UInt128.One << (Width - PrefixLength)) - 1);

    public bool Contains(AddressRange other) =>
        IsV6 == other.IsV6 && other.PrefixLength >= PrefixLength && Masked(other.First, PrefixLength, Width) == First;

    public static AddressRange? TryParse(string text)
    {
        var slash = text.IndexOf('/');
        if (ParseAddress(slash < 0 ? text : text[..slash]) is not { } address)
            return null;

        var width = address.IsV6 ? 128 : 32;
        var length = width;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > width))
            return null;

        return new AddressRange(address.IsV6, Masked(address.Bits, length, width), length);
    }

    public override string ToString() => $"{AddressText(First)}/{PrefixLength}";

    /// <summary>The address with these bits, written out.</summary>
    public string AddressText(UInt128 bits)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        return new IPAddress(IsV6 ? bytes : bytes[12..]).ToString();
    }

    private static UInt128 Masked(UInt128 bits, int length, int width)
    {
        var host = width - length;
        return host >= 128 ? UInt128.Zero : bits >> host << host;
    }

    // IPAddress alone would also read "1", "0x7f.1" and zones, which are no addresses in a policy.
    private static (bool IsV6, UInt128 Bits)? ParseAddress(string text)
    {
        var v6 = text.Contains(':');
        var plain = v6
            ? !text.AsSpan().ContainsAny('%', '[', ']')
            : text.Count(character => character == '.') == 3 && text.All(character => char.IsAsciiDigit(character) || character == '.') && !HasOctal(text);
        if (!plain || !IPAddress.TryParse(text, out var address))
            return null;
        if ((address.AddressFamily == AddressFamily.InterNetworkV6) != v6)
            return null;

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var written);
        var bits = UInt128.Zero;
        foreach (var part in bytes[..written])
            bits = (bits << 8) | part;
        return (v6, bits);
    }

    private static bool HasOctal(string text) => text.Split('.').Any(part => part.Length > 1 && part[0] == '0');
}
