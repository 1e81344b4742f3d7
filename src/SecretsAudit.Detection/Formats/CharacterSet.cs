using System;
using System.Runtime.InteropServices;

namespace SecretsAudit.Detection.Formats;

/// <summary>A set of ASCII characters, as a format's alphabet is written: <c>[A-Za-z0-9_-]</c>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CharacterSet
{
    private readonly ulong _low;
    private readonly ulong _high;

    private CharacterSet(ulong low, ulong high) => (_low, _high) = (low, high);

    /// <summary>Reads ranges and single characters; a hyphen at an end stands for itself.</summary>
    public static CharacterSet Parse(string ranges)
    {
        ulong low = 0, high = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            var first = ranges[i];
            var last = first;
            if (i + 2 < ranges.Length && ranges[i + 1] == '-')
            {
                last = ranges[i + 2];
                i += 2;
            }

            if (last > 127 || first > last)
                throw new FormatException($"[{ranges}] is no set of ASCII characters.");
            for (int c = first; c <= last; c++)
            {
                if (c < 64)
                    low |= 1UL << c;
                else
                    high |= 1UL << (c - 64);
            }
        }

        return new(low, high);
    }

    public bool Contains(char c) => c < 64 ? (_low >> c & 1) != 0 : c < 128 && (_high >> (c - 64) & 1) != 0;
}
