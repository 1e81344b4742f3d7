namespace SecretsAudit.Analyzers.Lexing;

/// <summary>FNV-1a over UTF-16 units: the same for a name wherever it stands, in every process.</summary>
internal static class NameHash
{
    public const ulong Seed = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    public static ulong Add(ulong hash, char unit) => unchecked((hash ^ unit) * Prime);

    public static int Fold(ulong hash) => unchecked((int)(hash ^ (hash >> 32)));

    public static int Of(string name)
    {
        var hash = Seed;
        foreach (var unit in name)
            hash = Add(hash, unit);
        return Fold(hash);
    }
}
