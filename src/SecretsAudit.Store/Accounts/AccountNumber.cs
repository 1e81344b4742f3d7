namespace SecretsAudit.Store.Accounts;

/// <summary>The 12 digits that name an AWS account.</summary>
internal static class AccountNumber
{
    public static bool IsValid(string? text) => text is { Length: 12 } && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    public static string Require(string? text) =>
        IsValid(text) ? text! : throw new FormatException($"An account id has 12 digits; '{text}' has not.");
}
