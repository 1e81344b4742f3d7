namespace SecretsAudit.Store.Estate.Plans;

/// <summary>
/// Repeatable choices: the same words always throw the same numbers, on every machine and version of .NET, and a secret's own dice do
/// not depend on how many secrets stand before it.
/// </summary>
internal sealed class Dice
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private ulong _state;

    private Dice(ulong state) => _state = state;

    /// <summary>Dice of their own for these words.</summary>
    public static Dice For(params ReadOnlySpan<string> words)
    {
        // FNV-1a over the words, one separator between two.
        var hash = 14695981039346656037UL;
        foreach (var word in words)
        {
            foreach (var character in word)
                hash = (hash ^ character) * 1099511628211UL;
            hash = (hash ^ '|') * 1099511628211UL;
        }

        return new Dice(hash);
    }

    /// <summary>A whole number from <paramref name="from"/> to <paramref name="to"/>, both possible.</summary>
    public int Between(int from, int to) => from + (int)(Next() % (ulong)(to - from + 1));

    /// <summary>Whether something happens that happens this often in a hundred.</summary>
    public bool Percent(int chance) => Between(1, 100) <= chance;

    /// <summary>One of several.</summary>
    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    /// <summary>Text of letters and digits without look-alikes.</summary>
    public string Text(int length) => string.Create(length, this, static (text, dice) =>
    {
        for (var index = 0; index < text.Length; index++)
            text[index] = Alphabet[dice.Between(0, Alphabet.Length - 1)];
    });

    /// <summary>Bytes.</summary>
    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var index = 0; index < length; index++)
            bytes[index] = (byte)Next();
        return bytes;
    }

    /// <summary>A version id in the form that clients send: a random UUID.</summary>
    public string Uuid()
    {
        var bytes = Bytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    // SplitMix64.
    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
