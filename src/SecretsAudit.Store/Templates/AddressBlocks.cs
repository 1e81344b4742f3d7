using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SecretsAudit.Store.Templates;

/// <summary>Splits a block of addresses, as <c>Fn::Cidr</c> does.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html"/>
internal static class AddressBlocks
{
    private const int Most = 256;

    /// <param name="block">The block, such as <c>10.0.0.0/16</c>.</param>
    /// <param name="count">How many, from 1 to 256.</param>
    /// <param name="bits">How many bits each of them leaves to its hosts: 8 makes a /24 of IPv4 and a /120 of IPv6.</param>
    /// <exception cref="TemplateException">The arguments are not valid, or so many blocks do not fit.</exception>
    public static IReadOnlyList<string> Split(string block, string count, string bits)
    {
        if (!IPNetwork.TryParse(block, out var network) || Number(count) is not (>= 1 and <= Most and var wanted) || Number(bits) is not { } hostBits)
        {
            throw new TemplateException("Fn::Cidr takes a block of addresses, a count from 1 to 256 and a number of bits.");
        }

        var size = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        if (hostBits < 1 || size - hostBits < network.PrefixLength || (size - hostBits - network.PrefixLength < 8 && wanted > 1 << (size - hostBits - network.PrefixLength)))
        {
            throw new TemplateException($"Fn::Cidr: {wanted} blocks of {hostBits} bits do not fit into {block}.");
        }

        var first = ToNumber(network.BaseAddress);
        return [.. Enumerable.Range(0, wanted).Select(index => $"{ToAddress(first + ((UInt128)index << hostBits), size)}/{size - hostBits}")];
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most ? number : null;

    private static UInt128 ToNumber(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return bytes.Length == sizeof(uint) ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static IPAddress ToAddress(UInt128 number, int size)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return new(bytes.AsSpan(16 - (size / 8)));
    }
}
