using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>What may name a session, a federated user, or who stands behind them.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_RequestParameters"/>
internal static class SessionNames
{
    private const int Shortest = 2;
    private const int Longest = 64;

    extension(Constraints check)
    {
        public Constraints SessionName(string? name, string member, int longest = Longest) =>
            check.Length(name, member, Shortest, longest).Pattern(name, member, HasOnlyItsCharacters, @"[\w+=,.@-]*");
    }

    public static bool IsName(string text) => text.Length is >= Shortest and <= Longest && HasOnlyItsCharacters(text);

    private static bool HasOnlyItsCharacters(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || "_+=,.@-".Contains(c, StringComparison.Ordinal));
}
