using System;

namespace SecretsAudit.Detection.Names;

/// <summary>Walks the words of a name from its end: <c>Smtp:DbPassword_2</c> is <c>2</c>, <c>Password</c>, <c>Db</c>, <c>Smtp</c>.</summary>
internal ref struct NameWords(ReadOnlySpan<char> name)
{
    private ReadOnlySpan<char> _rest = name;

    /// <summary>The word that was stepped on.</summary>
    public ReadOnlySpan<char> Current { get; private set; } = default;

    /// <summary>Steps to the word before; false at the beginning.</summary>
    public bool MoveNext()
    {
        var end = _rest.Length;
        while (end > 0 && !IsWordCharacter(_rest[end - 1]))
            end--;
        if (end == 0)
            return false;

        var start = end - 1;
        while (start > 0 && IsWordCharacter(_rest[start - 1]) && !IsBoundary(_rest, start))
            start--;
        Current = _rest.Slice(start, end - start);
        _rest = _rest.Slice(0, start);
        return true;
    }

    /// <summary>The word before, without stepping to it; false at the beginning.</summary>
    public readonly bool PeekNext(out ReadOnlySpan<char> word)
    {
        var copy = this;
        var any = copy.MoveNext();
        word = copy.Current;
        return any;
    }

    // fooBar, FOOBar, foo1: a capital after a small letter, the last capital before small letters, a change between letters and digits.
    private static bool IsBoundary(ReadOnlySpan<char> name, int at)
    {
        char before = name[at - 1], here = name[at];
        if (char.IsDigit(before) != char.IsDigit(here))
            return true;
        return char.IsUpper(here) && (char.IsLower(before) || (at + 1 < name.Length && char.IsUpper(before) && char.IsLower(name[at + 1])));
    }

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c);
}
