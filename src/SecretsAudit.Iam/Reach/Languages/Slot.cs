namespace SecretsAudit.Iam.Reach.Languages;

/// <summary>One place of a <see cref="SlotPattern"/>: a character, one character of a set, or any number of them.</summary>
internal readonly record struct Slot
{
    private Slot(char character, CharacterSet? set, bool repeats, bool folded)
    {
        Character = character;
        Set = set;
        Repeats = repeats;
        IsFolded = folded;
    }

    /// <summary>The character where <see cref="Set"/> is null.</summary>
    public char Character { get; }

    public CharacterSet? Set { get; }

    /// <summary>Whether the set's characters may stand here any number of times, none included.</summary>
    public bool Repeats { get; }

    /// <summary>Whether the character's case does not matter.</summary>
    public bool IsFolded { get; }

    public static Slot Of(char character, bool folded = false) => new(character, null, false, folded);

    public static Slot One(CharacterSet set) => new('\0', set, false, false);

    public static Slot Run(CharacterSet set) => new('\0', set, true, false);

    public bool Accepts(char character) =>
        Set is not null ? Set.Contains(character)
        : Character == character || (IsFolded && char.ToUpperInvariant(Character) == char.ToUpperInvariant(character));
}
