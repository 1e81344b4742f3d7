namespace SecretsAudit.Iam.Reach.Languages;

/// <summary>A set of characters that a place in a text may hold, with the characters to prefer when a witness has to be written.</summary>
internal sealed class CharacterSet
{
    private const int Ascii = 128;

    private readonly Func<char, bool> _contains;

    // The search asks for little else, some hundred thousand times a policy.
    private readonly bool[] _ascii;

    private CharacterSet(string preferred, Func<char, bool> contains)
    {
        Preferred = preferred;
        _contains = contains;
        _ascii = [.. Enumerable.Range(0, Ascii).Select(code => contains((char)code))];
    }

    public static CharacterSet Any { get; } = new("xyzqwvkjXYZQWVKJ0123456789-_.~^|\u00e9\u00e8\u00ea\u00eb\u03b1\u03b2\u03b3", _ => true);

    /// <summary>What a wildcard takes within one part of an ARN.</summary>
    public static CharacterSet NotColon { get; } = new(Any.Preferred, character => character != ':');

    /// <summary>What a user's or role's name takes: its path ends at the last slash.</summary>
    public static CharacterSet NotSlash { get; } = new(Any.Preferred, character => character != '/');

    public static CharacterSet Digit { get; } = new("9876543210", char.IsAsciiDigit);

    public static CharacterSet Hexadecimal { get; } = new("0fedcba987654321", character => char.IsAsciiDigit(character) || character is >= 'a' and <= 'f');

    public static CharacterSet LowerOrDigit { get; } = new("xyzqwvkj0987654321mnopabcdefghilrstu", character => char.IsAsciiDigit(character) || char.IsAsciiLetterLower(character));

    public static CharacterSet UpperOrDigit { get; } = new("XYZQWVKJ0987654321MNOPABCDEFGHILRSTU", character => char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character));

    /// <summary>The characters of IAM's names.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"/>
    public static CharacterSet Name { get; } = new(
        "xyzqwvkjXYZQWVKJ0987654321_-.mnopMNOPabcdefghilrstuABCDEFGHILRSTU+=,@",
        character => char.IsAsciiLetterOrDigit(character) || character is '_' or '+' or '=' or ',' or '.' or '@' or '-');

    /// <summary>The characters of IAM's paths: visible ASCII, colons included.</summary>
    public static CharacterSet Path { get; } = new("xyzqwvkjXYZQWVKJ0987654321_-.", character => character is >= '!' and <= '~');

    public string Preferred { get; }

    public bool Contains(char character) => character < Ascii ? _ascii[character] : _contains(character);

    /// <summary>The preferred character that none of the taken ones is; null when all preferred ones are taken.</summary>
    public char? Beside(IReadOnlySet<char> taken)
    {
        foreach (var character in Preferred)
        {
            if (!taken.Contains(character))
                return character;
        }

        return null;
    }
}
