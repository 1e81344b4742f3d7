using System;
using System.Runtime.InteropServices;

namespace SecretsAudit.Detection.Files;

/// <summary>A value's place in a text, with the places of the name that it stands under and of the name above that. Holds no text, so that finding one allocates nothing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct NamedSpan(int nameStart, int nameLength, int start, int length, int parentStart = 0, int parentLength = 0, bool isAssigned = false)
{
    private const int LongestName = 200;

    public int Start => start;

    public int Length => length;

    /// <summary>Whether it stands in loose text as a setting or a program's statement would: <c>name = "value"</c>, a line of <c>NAME=value</c>.</summary>
    public bool IsAssigned => isAssigned;

    /// <summary>The name's place; the value of a pair whose other half says what it is of.</summary>
    public (int Start, int Length) Name => (nameStart, nameLength);

    /// <summary>The name, behind its parent's where there is one: <c>Smtp:Password</c>.</summary>
    public string NameIn(string text) =>
        parentLength == 0 ? text.Substring(nameStart, nameLength) : $"{text.Substring(parentStart, parentLength)}:{text.Substring(nameStart, nameLength)}";

    /// <summary>Whether the name promises a credential. Allocates nothing.</summary>
    public bool IsCredential(string text) => MayNameCredential(text) && !IsOfDownload(text.AsSpan(0, nameStart));

    private bool MayNameCredential(string text)
    {
        if (nameLength is 0 or > LongestName)
            return false;
        var name = text.AsSpan(nameStart, nameLength);
        if (parentLength is 0 or > LongestName)
            return NamedValue.MayNameCredential(name);

        Span<char> whole = stackalloc char[2 * LongestName + 1];
        text.AsSpan(parentStart, parentLength).CopyTo(whole);
        whole[parentLength] = ':';
        name.CopyTo(whole.Slice(parentLength + 1));
        return NamedValue.MayNameCredential(whole.Slice(0, parentLength + 1 + nameLength));
    }

    // …?alt=media&token=…: the address of a file in Firebase's storage, as it stands in pages that anybody reads.
    private static bool IsOfDownload(ReadOnlySpan<char> before)
    {
        const string Media = "alt=media";
        var near = before.Slice(Math.Max(0, before.Length - Media.Length - "&#x26;".Length)).TrimEnd(';');
        var mark = near.LastIndexOf('&');
        return mark >= Media.Length && near.Slice(0, mark).EndsWith(Media.AsSpan());
    }
}
